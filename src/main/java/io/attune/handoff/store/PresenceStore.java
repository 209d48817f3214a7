package io.attune.handoff.store;

import io.attune.database.Database;
import io.attune.handoff.Presence;
import io.attune.handoff.PresenceState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Presence of agents. */
@Singleton
public class PresenceStore {
    private static final RowMapper<Presence> ROW = (row, context) -> new Presence(
            row.getString("agent"),
            PresenceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getInt("capacity"),
            Instant.ofEpochMilli(row.getLong("changed_at")),
            Rows.instant(row, "seen_at"),
            row.getInt("missed"),
            Instant.ofEpochMilli(row.getLong("rung_at")));

    private final Database database;

    PresenceStore(Database database) {
        this.database = database;
    }

    public Optional<Presence> find(String agent) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from presence where agent = :agent")
                        .bind("agent", agent)
                        .map(ROW)
                        .findOne());
    }

    public List<Presence> all() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from presence order by agent")
                        .map(ROW)
                        .list());
    }

    /** What the agent says of themselves; signs of the socket stay as they are, missed offers are forgotten. */
    public void put(Presence presence) {
        database.jdbi().useTransaction(h -> {
            int changed = h.execute(
                    "update presence set state = ?, capacity = ?, changed_at = ?, missed = ? where agent = ?",
                    presence.state().name().toLowerCase(Locale.ROOT),
                    presence.capacity(),
                    presence.changedAt().toEpochMilli(),
                    presence.missed(),
                    presence.agent());
            if (changed == 0) {
                h.execute(
                        "insert into presence (agent, state, capacity, changed_at, seen_at, missed)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        presence.agent(),
                        presence.state().name().toLowerCase(Locale.ROOT),
                        presence.capacity(),
                        presence.changedAt().toEpochMilli(),
                        presence.seenAt() == null ? null : presence.seenAt().toEpochMilli(),
                        presence.missed());
            }
        });
    }

    /** A sign of the agent's socket. False when nothing is known of the agent yet. */
    public boolean seen(String agent, Instant at) {
        return database.jdbi()
                        .withHandle(h ->
                                h.execute("update presence set seen_at = ? where agent = ?", at.toEpochMilli(), agent))
                == 1;
    }

    /** The agent did something over REST: as good a sign as their socket's, for those who have one. */
    public void acted(String agent, Instant at) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update presence set seen_at = ? where agent = ? and seen_at is not null",
                        at.toEpochMilli(),
                        agent));
    }

    /** The agent goes on without a socket. */
    public void withoutSocket(String agent) {
        database.jdbi().useHandle(h -> h.execute("update presence set seen_at = null where agent = ?", agent));
    }

    public void rung(String agent, Instant at) {
        database.jdbi()
                .useHandle(h -> h.execute("update presence set rung_at = ? where agent = ?", at.toEpochMilli(), agent));
    }

    /** One more offer that was not answered; how many in a row now. */
    public int missed(String agent) {
        return database.jdbi().inTransaction(h -> {
            h.execute("update presence set missed = missed + 1 where agent = ?", agent);
            return h.createQuery("select missed from presence where agent = :agent")
                    .bind("agent", agent)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
        });
    }

    public void answered(String agent) {
        database.jdbi()
                .useHandle(h -> h.execute("update presence set missed = 0 where agent = ? and missed > 0", agent));
    }
}
