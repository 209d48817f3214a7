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
            Instant.ofEpochMilli(row.getLong("changed_at")));

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
                .withHandle(
                        h -> h.createQuery("select * from presence").map(ROW).list());
    }

    public void put(Presence presence) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from presence where agent = ?", presence.agent());
            h.execute(
                    "insert into presence (agent, state, capacity, changed_at) values (?, ?, ?, ?)",
                    presence.agent(),
                    presence.state().name().toLowerCase(Locale.ROOT),
                    presence.capacity(),
                    presence.changedAt().toEpochMilli());
        });
    }
}
