package io.attune.handoff.store;

import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.handoff.Offer;
import io.attune.handoff.WrapUp;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What takes an agent's places beside the conversations themselves: offers and wrap-ups. And who refused what. */
@Singleton
public class OfferStore {
    private static final RowMapper<Offer> OFFER = (row, context) -> new Offer(
            row.getString("conv"),
            row.getString("agent"),
            row.getLong("ownership"),
            Instant.ofEpochMilli(row.getLong("since")),
            Instant.ofEpochMilli(row.getLong("until")));
    private static final RowMapper<WrapUp> WRAP_UP = (row, context) -> new WrapUp(
            row.getString("conv"),
            row.getString("agent"),
            Instant.ofEpochMilli(row.getLong("since")),
            Instant.ofEpochMilli(row.getLong("until")));

    private final Database database;

    OfferStore(Database database) {
        this.database = database;
    }

    /** False when it rings somewhere already. */
    public boolean ring(Offer offer) {
        try {
            database.jdbi()
                    .useHandle(h -> h.execute(
                            "insert into offer (conv, agent, ownership, since, until) values (?, ?, ?, ?, ?)",
                            offer.conv(),
                            offer.agent(),
                            offer.ownership(),
                            offer.since().toEpochMilli(),
                            offer.until().toEpochMilli()));
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (find(offer.conv()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    public Optional<Offer> find(String conv) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from offer where conv = :conv")
                        .bind("conv", conv)
                        .map(OFFER)
                        .findOne());
    }

    public List<Offer> all() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from offer").map(OFFER).list());
    }

    /** It rings there no more. False when it did not. */
    public boolean end(Offer offer) {
        return database.jdbi()
                        .withHandle(h -> h.execute(
                                "delete from offer where conv = ? and agent = ? and ownership = ?",
                                offer.conv(),
                                offer.agent(),
                                offer.ownership()))
                == 1;
    }

    /** This agent is not asked again for it until then. */
    public void refuse(String conv, String agent, Instant until) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from refusal where conv = ? and agent = ?", conv, agent);
            h.execute("insert into refusal (conv, agent, until) values (?, ?, ?)", conv, agent, until.toEpochMilli());
        });
    }

    /** Who refused what and is not to be asked yet, by conversation. */
    public Map<String, Set<String>> refusals(Instant now) {
        var by = new HashMap<String, Set<String>>();
        database.jdbi().useHandle(h -> {
            h.execute("delete from refusal where until <= ?", now.toEpochMilli());
            h.createQuery("select conv, agent from refusal")
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(one -> by.computeIfAbsent(one.getKey(), conv -> new HashSet<>())
                            .add(one.getValue()));
        });
        return by;
    }

    /** The agent has to wrap up what ends in this commit. */
    public InCommit wrapUp(WrapUp wrapUp) {
        return connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from wrap_up where conv = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into wrap_up (conv, agent, since, until) values (?, ?, ?, ?)")) {
                delete.setString(1, wrapUp.conv());
                delete.executeUpdate();
                insert.setString(1, wrapUp.conv());
                insert.setString(2, wrapUp.agent());
                insert.setLong(3, wrapUp.since().toEpochMilli());
                insert.setLong(4, wrapUp.until().toEpochMilli());
                insert.executeUpdate();
            }
        };
    }

    public List<WrapUp> wrapUps() {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select * from wrap_up").map(WRAP_UP).list());
    }

    public Optional<WrapUp> wrapUp(String conv) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from wrap_up where conv = :conv")
                        .bind("conv", conv)
                        .map(WRAP_UP)
                        .findOne());
    }

    /** False when there was none, or another agent's. */
    public boolean wrapped(String conv, String agent) {
        return database.jdbi()
                        .withHandle(h -> h.execute("delete from wrap_up where conv = ? and agent = ?", conv, agent))
                == 1;
    }
}
