package io.attune.customer.store;

import io.attune.customer.Dossier;
import io.attune.customer.Identity;
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
    record Row(
            String id,
            Dossier dossier,
            KeptSettings settings,
            String estimates,
            boolean merged,
            boolean restricted,
            Instant createdAt,
            Instant changedAt) {
        static Row empty(String id, Instant now) {
            return new Row(id, Dossier.EMPTY, KeptSettings.NONE, "", false, false, now, now);
        }
    }

    private static final String FIND =
            "select profile, settings, estimates, merged, restricted, created_at, changed_at from customer"
                    + " where id = ?";

    Optional<Row> find(Connection connection, String id) throws SQLException {
        return find(connection, id, FIND);
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Row> findForChange(Connection connection, String id) throws SQLException {
        return find(connection, id, FIND + " for update");
    }

    private Optional<Row> find(Connection connection, String id, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                id,
                                json.dossier(row.getString(1)),
                                json.settings(row.getString(2)),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                Instant.ofEpochMilli(row.getLong(6)),
                                Instant.ofEpochMilli(row.getLong(7))))
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
            insert.setString(2, json.write(Dossier.EMPTY));
            insert.setString(3, json.write(KeptSettings.NONE));
            insert.setLong(4, now.toEpochMilli());
            insert.setLong(5, now.toEpochMilli());
            insert.setString(6, id);
            insert.executeUpdate();
        }
    }

    void update(Connection connection, String id, Dossier dossier, KeptSettings settings, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "update customer set profile = ?, settings = ?, changed_at = ? where id = ?")) {
            update.setString(1, json.write(dossier));
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
