package io.attune.handoff.store;

import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.handoff.Case;
import io.attune.handoff.Case.Outcome;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Stays with the queue and with people. Written only in the commit of the log's entries that they come from. */
@Singleton
public class CaseStore {
    private static final RowMapper<Case> ROW = (row, context) -> new Case(
            row.getString("conv"),
            row.getString("customer"),
            row.getString("reason"),
            row.getString("language"),
            row.getString("topic"),
            row.getString("target"),
            Instant.ofEpochMilli(row.getLong("requested_at")),
            Rows.instant(row, "joined_at"),
            row.getString("agent"),
            row.getString("last_agent"),
            Rows.instant(row, "ended_at"),
            Rows.outcome(row.getString("outcome")),
            row.getString("code"));

    private final Database database;

    CaseStore(Database database) {
        this.database = database;
    }

    /** A case begins; an open one goes on with the new reason. */
    public InCommit requested(String id, Case fresh) {
        return connection -> {
            int changed = execute(
                    connection,
                    "update handoff_case set reason = ?, topic = coalesce(?, topic), target = ? where conv = ? and ended_at is null",
                    fresh.reason(),
                    fresh.topic(),
                    fresh.target(),
                    fresh.conv());
            if (changed == 0) {
                execute(
                        connection,
                        "insert into handoff_case (id, conv, customer, reason, language, topic, target, requested_at,"
                                + " joined_at, agent) values (?,?,?,?,?,?,?,?,?,?)",
                        id,
                        fresh.conv(),
                        fresh.customer(),
                        fresh.reason(),
                        fresh.language(),
                        fresh.topic(),
                        fresh.target(),
                        fresh.requestedAt(),
                        fresh.joinedAt(),
                        fresh.agent());
                execute(
                        connection,
                        "update handoff_case set last_agent = (select c.agent from handoff_case c where c.customer = ?"
                                + " and c.agent is not null and c.id <> ? order by c.requested_at desc limit 1)"
                                + " where id = ?",
                        fresh.customer(),
                        id,
                        id);
            }
        };
    }

    /** An agent has it. A case begins where there was none: the agent took it over from the bot. */
    public InCommit joined(String id, Case fresh) {
        return connection -> {
            int changed = execute(
                    connection,
                    "update handoff_case set joined_at = coalesce(joined_at, ?), agent = ?, target = null"
                            + " where conv = ? and ended_at is null",
                    fresh.joinedAt(),
                    fresh.agent(),
                    fresh.conv());
            if (changed == 0) {
                requested(id, fresh).write(connection);
            }
            forget(connection, fresh.conv());
        };
    }

    /** It is for somebody else now. */
    public InCommit passed(String conv, @Nullable String target) {
        return connection -> {
            execute(connection, "update handoff_case set target = ? where conv = ? and ended_at is null", target, conv);
            forget(connection, conv);
        };
    }

    /** The open case, if there is one, ends. */
    public InCommit ended(String conv, Outcome outcome, @Nullable String code, Instant at) {
        return connection -> {
            execute(
                    connection,
                    "update handoff_case set ended_at = ?, outcome = ?, code = ? where conv = ? and ended_at is null",
                    at,
                    outcome.code(),
                    code,
                    conv);
            forget(connection, conv);
        };
    }

    /** The customer ended it: served when an agent had it, left when nobody had. */
    public InCommit endedByCustomer(String conv, Instant at) {
        return connection -> {
            execute(
                    connection,
                    "update handoff_case set ended_at = ?, outcome = case when joined_at is null then 'left' else"
                            + " 'served' end where conv = ? and ended_at is null",
                    at,
                    conv);
            forget(connection, conv);
        };
    }

    /** A wrap-up code for the latest case of a conversation. */
    public void wrapped(String conv, String code) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update handoff_case set code = ? where conv = ? and requested_at ="
                                + " (select max(c.requested_at) from handoff_case c where c.conv = ?)",
                        code,
                        conv,
                        conv));
    }

    private static void forget(Connection connection, String conv) throws SQLException {
        execute(connection, "delete from offer where conv = ?", conv);
        execute(connection, "delete from refusal where conv = ?", conv);
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value instanceof Instant at) {
                    statement.setLong(i + 1, at.toEpochMilli());
                } else if (value == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    statement.setString(i + 1, value.toString());
                }
            }
            return statement.executeUpdate();
        }
    }

    public Optional<Case> open(String conv) {
        return list("where conv = :id and ended_at is null", conv).stream().findFirst();
    }

    public List<Case> allOpen() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from handoff_case where ended_at is null")
                        .map(ROW)
                        .list());
    }

    public List<Case> requestedBetween(Instant from, Instant to) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select * from handoff_case where requested_at >= :from and requested_at < :to")
                        .bind("from", from.toEpochMilli())
                        .bind("to", to.toEpochMilli())
                        .map(ROW)
                        .list());
    }

    /** The latest cases that an agent ended, newest first: what waits are estimated from. */
    public List<Case> lastServed(int limit) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from handoff_case where ended_at is not null and joined_at is"
                                + " not null order by ended_at desc limit :limit")
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    public List<Case> of(String customer) {
        return list("where customer = :id order by requested_at desc", customer);
    }

    private List<Case> list(String where, String id) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from handoff_case " + where)
                        .bind("id", id)
                        .map(ROW)
                        .list());
    }

    /** What is kept to count by stays; whose it was does not. */
    public void erase(String customer, Collection<String> conversations) {
        database.jdbi().useTransaction(h -> {
            h.execute("update handoff_case set customer = null, topic = null where customer = ?", customer);
            h.execute("delete from callback where customer = ?", customer);
            for (String conv : conversations) {
                h.execute("delete from offer where conv = ?", conv);
                h.execute("delete from refusal where conv = ?", conv);
                h.execute("delete from wrap_up where conv = ?", conv);
            }
        });
    }
}
