package io.attune.conversation.store;

import io.attune.conversation.Appended;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.message.Channel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of the log, on a connection of the caller's. */
final class LogRows {
    static final String HEADER =
            "id, stream, customer, channel, head, owner, ownership, agent, last_customer, answered, pending_since,"
                    + " attempts, queued_at, priority, reason, created_at, changed_at, dialogs";

    private LogRows() {}

    static Header header(ResultSet row) throws SQLException {
        return new Header(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Channel.read(row.getString(4)),
                row.getLong(5),
                Owner.read(row.getString(6)),
                row.getLong(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                instant(row, 11),
                row.getInt(12),
                instant(row, 13),
                row.getInt(14),
                row.getString(15),
                Instant.ofEpochMilli(row.getLong(16)),
                Instant.ofEpochMilli(row.getLong(17)),
                row.getString(18));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** Locks the conversations until the end of the transaction, in one order everywhere so that nobody waits in a circle. */
    static Map<String, Header> lock(Connection connection, Collection<String> ids) throws SQLException {
        var headers = new HashMap<String, Header>();
        if (ids.isEmpty()) {
            return headers;
        }
        String sql = "select " + HEADER + " from conversation where id in (" + marks(ids) + ") order by id for update";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            fill(select, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Header header = header(rows);
                    headers.put(header.id(), header);
                }
            }
        }
        return headers;
    }

    /** What stands under these ids of senders. */
    static Map<String, Received> received(Connection connection, Collection<String> keys) throws SQLException {
        var found = new HashMap<String, Received>();
        if (keys.isEmpty()) {
            return found;
        }
        String sql = "select id, conv, seq, hash from inbound where id in (" + marks(keys) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            fill(select, keys);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new Received(rows.getString(2), rows.getLong(3), rows.getString(4)));
                }
            }
        }
        return found;
    }

    record Received(String conv, long seq, String hash) {
        Appended repeated(String hash) {
            return hash.equals(this.hash) ? new Appended.Duplicate(conv, seq) : new Appended.IdConflict(conv, seq);
        }
    }

    static List<Entry> entries(Connection connection, String conv, long after, int limit) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (PreparedStatement select = connection.prepareStatement(
                "select seq, at, body, turn from event where conv = ? and seq > ? order by seq limit ?")) {
            select.setString(1, conv);
            select.setLong(2, after);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            Instant.ofEpochMilli(rows.getLong(2)),
                            LogJson.event(rows.getString(3)),
                            LogJson.turn(rows.getString(4))));
                }
            }
        }
        return entries;
    }

    /** The conversation's row first, so that nothing can be added meanwhile. */
    static void erase(Connection connection, String conv) throws SQLException {
        for (String table :
                new String[] {"conversation where id", "snapshot where conv", "event where conv", "inbound where conv"
                }) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " = ?")) {
                delete.setString(1, conv);
                delete.executeUpdate();
            }
        }
    }

    static void setInstant(PreparedStatement statement, int index, @Nullable Instant at) throws SQLException {
        if (at == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, at.toEpochMilli());
        }
    }

    /** As many marks as the next power of two, so that there are few different statements. */
    private static String marks(Collection<String> values) {
        return "?" + ",?".repeat(width(values) - 1);
    }

    private static void fill(PreparedStatement statement, Collection<String> values) throws SQLException {
        Iterator<String> next = values.iterator();
        String value = "";
        for (int i = 1; i <= width(values); i++) {
            value = next.hasNext() ? next.next() : value;
            statement.setString(i, value);
        }
    }

    private static int width(Collection<String> values) {
        int highest = Integer.highestOneBit(values.size());
        return highest == values.size() ? highest : highest * 2;
    }
}
