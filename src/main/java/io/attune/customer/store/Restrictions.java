package io.attune.customer.store;

import io.attune.customer.Restriction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of restrictions. A person is restricted when one of their ids is. */
final class Restrictions {
    private Restrictions() {}

    /** The one that has stood longest. */
    static Optional<Restriction> of(Connection connection, Person person) throws SQLException {
        Optional<Restriction> first = Optional.empty();
        for (CustomerRows.Row row : person.rows()) {
            if (row.restricted()) {
                first = java.util.stream.Stream.concat(first.stream(), find(connection, row.id()).stream())
                        .min(Comparator.comparing(Restriction::since));
            }
        }
        return first;
    }

    private static Optional<Restriction> find(Connection connection, String id) throws SQLException {
        try (var query =
                connection.prepareStatement("select since, reason, made_by from restriction where customer = ?")) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Restriction(
                                Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    static void put(Connection connection, String id, @Nullable Restriction restriction) throws SQLException {
        remove(connection, id);
        if (restriction != null) {
            try (var insert = connection.prepareStatement(
                    "insert into restriction (customer, since, reason, made_by) values (?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setLong(2, restriction.since().toEpochMilli());
                insert.setString(3, restriction.reason());
                insert.setString(4, restriction.by());
                insert.executeUpdate();
            }
        }
        try (var update = connection.prepareStatement("update customer set restricted = ? where id = ?")) {
            update.setBoolean(1, restriction != null);
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    static void remove(Connection connection, String id) throws SQLException {
        try (var delete = connection.prepareStatement("delete from restriction where customer = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }
}
