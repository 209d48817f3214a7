package io.attune.customer.store;

import io.attune.customer.Identity;
import io.attune.customer.Profile;
import io.attune.customer.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of customers and of their identities. */
final class CustomerRows {
    private final CustomerJson json;

    CustomerRows(CustomerJson json) {
        this.json = json;
    }

    /** @param estimates JSON; empty when there is none */
    record Row(Profile profile, Settings settings, String estimates, Instant createdAt, Instant changedAt) {
        static Row empty(Instant now) {
            return new Row(Profile.EMPTY, Settings.NONE, "", now, now);
        }
    }

    Optional<Row> find(Connection connection, String id) throws SQLException {
        return find(
                connection,
                id,
                "select profile, settings, estimates, created_at, changed_at from customer where id = ?");
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Row> findForChange(Connection connection, String id) throws SQLException {
        return find(
                connection,
                id,
                "select profile, settings, estimates, created_at, changed_at from customer where id = ? for update");
    }

    private Optional<Row> find(Connection connection, String id, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                json.profile(row.getString(1)),
                                json.settings(row.getString(2)),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)),
                                Instant.ofEpochMilli(row.getLong(5))))
                        : Optional.empty();
            }
        }
    }

    /** Adds an empty customer, unless there is one. */
    void ensure(Connection connection, String id, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into customer (id, profile, settings, estimates, created_at, changed_at)
                select cast(? as varchar(64)), cast(? as varchar), cast(? as varchar), '',
                    cast(? as bigint), cast(? as bigint)
                where not exists (select 1 from customer where id = ?)""")) {
            insert.setString(1, id);
            insert.setString(2, json.write(Profile.EMPTY));
            insert.setString(3, json.write(Settings.NONE));
            insert.setLong(4, now.toEpochMilli());
            insert.setLong(5, now.toEpochMilli());
            insert.setString(6, id);
            insert.executeUpdate();
        }
    }

    void update(Connection connection, String id, Profile profile, Settings settings, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                "update customer set profile = ?, settings = ?, changed_at = ? where id = ?")) {
            update.setString(1, json.write(profile));
            update.setString(2, json.write(settings));
            update.setLong(3, now.toEpochMilli());
            update.setString(4, id);
            update.executeUpdate();
        }
    }

    /** False when there is no such customer. */
    boolean updateEstimates(Connection connection, String id, String estimates, Instant now) throws SQLException {
        try (var update =
                connection.prepareStatement("update customer set estimates = ?, changed_at = ? where id = ?")) {
            update.setString(1, estimates);
            update.setLong(2, now.toEpochMilli());
            update.setString(3, id);
            return update.executeUpdate() == 1;
        }
    }

    List<Identity> identities(Connection connection, String id) throws SQLException {
        try (var query = connection.prepareStatement(
                "select channel, handle, verified from identity where customer = ? order by channel, handle")) {
            query.setString(1, id);
            var found = new ArrayList<Identity>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Identity(row.getString(1), row.getString(2), row.getBoolean(3)));
                }
            }
            return found;
        }
    }

    void replaceIdentities(Connection connection, String id, List<Identity> identities) throws SQLException {
        try (var delete = connection.prepareStatement("delete from identity where customer = ?");
                var insert = connection.prepareStatement(
                        "insert into identity (channel, handle, customer, verified) values (?, ?, ?, ?)")) {
            delete.setString(1, id);
            delete.executeUpdate();
            for (Identity identity : identities) {
                insert.setString(1, identity.channel());
                insert.setString(2, identity.value());
                insert.setString(3, id);
                insert.setBoolean(4, identity.verified());
                insert.executeUpdate();
            }
        }
    }
}
