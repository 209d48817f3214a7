package io.attune.customer.store;

import io.attune.customer.Merge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The rows of merges, and the persons that they make: ids that are joined by merges which are not undone. */
final class Merges {
    private static final String COLUMNS = "select id, kept, other, made_by, at, undone_by, undone_at from merge ";

    private Merges() {}

    /**
     * The ids of a person, from one of them, by way of the merges between.
     *
     * @param principal the first id that was never the other one of a merge: who the person is known as
     */
    record Group(SequencedSet<String> ids, String principal) {
        static Group alone(String id) {
            return new Group(new LinkedHashSet<>(List.of(id)), id);
        }
    }

    static Group group(Connection connection, String id) throws SQLException {
        var ids = new LinkedHashSet<String>();
        var others = new LinkedHashSet<String>();
        var next = new ArrayList<>(List.of(id));
        while (!next.isEmpty()) {
            String one = next.removeLast();
            if (ids.add(one)) {
                for (Merge merge : standing(connection, one)) {
                    others.add(merge.with());
                    next.add(merge.customer());
                    next.add(merge.with());
                }
            }
        }
        return new Group(
                ids,
                ids.stream().filter(one -> !others.contains(one)).findFirst().orElse(id));
    }

    private static List<Merge> standing(Connection connection, String id) throws SQLException {
        var found = new ArrayList<>(query(connection, "where kept = ? and undone_at is null order by at, id", id));
        found.addAll(query(connection, "where other = ? and undone_at is null order by at, id", id));
        return found;
    }

    static List<Merge> of(Connection connection, String id) throws SQLException {
        return query(connection, "where kept = ? or other = ? order by at desc, id", id, id);
    }

    static Optional<Merge> find(Connection connection, String mergeId) throws SQLException {
        return query(connection, "where id = ?", mergeId).stream().findFirst();
    }

    private static List<Merge> query(Connection connection, String where, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            var found = new ArrayList<Merge>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Merge(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Instant.ofEpochMilli(row.getLong(5)),
                            row.getString(6),
                            time(row, 7)));
                }
            }
            return found;
        }
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(at);
    }

    /** Nobody else merges or undoes until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from merge_turn for update")) {
            select.executeQuery().close();
        }
    }

    static void add(Connection connection, Merge merge) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into merge (id, kept, other, made_by, at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, merge.merge());
            insert.setString(2, merge.customer());
            insert.setString(3, merge.with());
            insert.setString(4, merge.by());
            insert.setLong(5, merge.at().toEpochMilli());
            insert.executeUpdate();
        }
        mark(connection, merge.customer(), true);
        mark(connection, merge.with(), true);
    }

    static void undo(Connection connection, Merge merge, String by, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update merge set undone_by = ?, undone_at = ? where id = ?")) {
            update.setString(1, by);
            update.setLong(2, now.toEpochMilli());
            update.setString(3, merge.merge());
            update.executeUpdate();
        }
        for (String id : List.of(merge.customer(), merge.with())) {
            mark(connection, id, !standing(connection, id).isEmpty());
        }
    }

    /** An id that goes takes its merges along. */
    static void forget(Connection connection, String id) throws SQLException {
        List<Merge> mine = of(connection, id);
        try (PreparedStatement delete = connection.prepareStatement("delete from merge where kept = ? or other = ?")) {
            delete.setString(1, id);
            delete.setString(2, id);
            delete.executeUpdate();
        }
        for (Merge merge : mine) {
            String left = merge.customer().equals(id) ? merge.with() : merge.customer();
            mark(connection, left, !standing(connection, left).isEmpty());
        }
    }

    private static void mark(Connection connection, String id, boolean merged) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update customer set merged = ? where id = ?")) {
            update.setBoolean(1, merged);
            update.setString(2, id);
            update.executeUpdate();
        }
    }
}
