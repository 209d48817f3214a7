package io.attune.conversation.store;

import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations as they are stored, with what their turns were made from. Reads alone; needs no server. */
@Singleton
public class Archive {
    private final Database database;

    public Archive(Database database) {
        this.database = database;
    }

    /** @param grounds of the entry's turn, as they were given with it; null for none */
    public record Kept(Entry entry, @Nullable String grounds) {}

    public Optional<Header> header(String conv) {
        return headers("where id = ?", conv).stream().findFirst();
    }

    /**
     * Conversations in which something has happened since, in the order of their ids.
     *
     * @param after the last id of the part before; empty for the first
     */
    public List<Header> since(Instant since, String after, int limit) {
        return headers("where changed_at >= ? and id > ? order by id limit ?", since.toEpochMilli(), after, limit);
    }

    private List<Header> headers(String where, Object... values) {
        String select = "select " + LogRows.HEADER + " from conversation " + where;
        return query(select, values, LogRows::header);
    }

    /** Every entry of a conversation, in order. */
    public List<Kept> entries(String conv) {
        return query(
                "select seq, at, body, turn, grounds from event where conv = ? order by seq",
                new Object[] {conv},
                row -> new Kept(
                        new Entry(
                                row.getLong(1),
                                Instant.ofEpochMilli(row.getLong(2)),
                                LogJson.event(row.getString(3)),
                                LogJson.turn(row.getString(4))),
                        row.getString(5)));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Object[] values, Reading<T> reading) {
        try (var connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<T>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("stored conversations cannot be read: " + e.getSQLState());
        }
    }
}
