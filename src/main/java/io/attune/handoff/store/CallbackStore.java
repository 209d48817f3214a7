package io.attune.handoff.store;

import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.handoff.Callback;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Callbacks that customers chose. */
@Singleton
public class CallbackStore {
    private static final RowMapper<Callback> ROW = (row, context) -> new Callback(
            row.getString("conv"),
            row.getString("customer"),
            Instant.ofEpochMilli(row.getLong("due_at")),
            Instant.ofEpochMilli(row.getLong("booked_at")),
            row.getInt("priority"));

    private final Database database;

    CallbackStore(Database database) {
        this.database = database;
    }

    /** Booked together with what is said of it; an earlier one of the conversation is replaced. */
    public InCommit book(Callback callback) {
        return connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from callback where conv = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into callback (conv, customer, due_at, booked_at, priority) values (?, ?, ?, ?, ?)")) {
                delete.setString(1, callback.conv());
                delete.executeUpdate();
                insert.setString(1, callback.conv());
                insert.setString(2, callback.customer());
                insert.setLong(3, callback.dueAt().toEpochMilli());
                insert.setLong(4, callback.bookedAt().toEpochMilli());
                insert.setInt(5, callback.priority());
                insert.executeUpdate();
            }
        };
    }

    /** No longer wanted: the conversation is in the queue or with an agent. */
    public InCommit done(String conv) {
        return connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from callback where conv = ?")) {
                delete.setString(1, conv);
                delete.executeUpdate();
            }
        };
    }

    public void drop(String conv) {
        database.jdbi().useHandle(h -> h.execute("delete from callback where conv = ?", conv));
    }

    /** All of them, earliest first. */
    public List<Callback> all() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from callback order by due_at")
                        .map(ROW)
                        .list());
    }

    public Optional<Callback> find(String conv) {
        return all().stream().filter(callback -> callback.conv().equals(conv)).findFirst();
    }

    public List<Callback> due(Instant now) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from callback where due_at <= :now order by due_at")
                        .bind("now", now.toEpochMilli())
                        .map(ROW)
                        .list());
    }
}
