package io.attune.customer.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.customer.CustomerFile;
import io.attune.customer.CustomerRecord;
import io.attune.customer.Customers;
import io.attune.customer.Identity;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Profile;
import io.attune.customer.Settings;
import io.attune.customer.store.CustomerRows.Row;
import io.attune.database.Database;
import io.attune.database.InCommit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Customers in the one database. */
@Singleton
public class StoredCustomers implements Customers {
    private final Database database;
    private final CustomerRows rows;

    public StoredCustomers(Database database, ObjectMapper json) {
        this.database = database;
        this.rows = new CustomerRows(new CustomerJson(json));
    }

    @Override
    public CustomerRecord read(String id, Instant since) {
        return query(connection -> {
            Row row = rows.find(connection, id).orElseGet(() -> Row.empty(since));
            return CustomerRecord.allowed(
                    id, row.profile(), row.settings(), row.estimates(), Ledger.read(connection, id, since));
        });
    }

    @Override
    public Optional<CustomerFile> find(String id) {
        return query(connection -> {
            Optional<Row> found = rows.find(connection, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Row row = found.get();
            return Optional.of(new CustomerFile(
                    id,
                    row.createdAt(),
                    row.changedAt(),
                    row.profile(),
                    rows.identities(connection, id),
                    row.settings(),
                    row.estimates().isEmpty() ? "null" : row.estimates(),
                    Ledger.readAll(connection, id)));
        });
    }

    @Override
    public List<LedgerEntry> history(String id, Instant since) {
        return query(connection -> Ledger.read(connection, id, since));
    }

    @Override
    public void change(String id, UnaryOperator<Profile> profile, @Nullable List<Identity> identities, Instant now) {
        change(id, now, (connection, row) -> {
            rows.update(connection, id, profile.apply(row.profile()), row.settings(), now);
            if (identities != null) {
                rows.replaceIdentities(connection, id, identities);
            }
            return id;
        });
    }

    @Override
    public Settings change(String id, UnaryOperator<Settings> settings, Instant now) {
        return change(id, now, (connection, row) -> {
            Settings after = settings.apply(row.settings());
            rows.update(connection, id, row.profile(), after, now);
            return after;
        });
    }

    @Override
    public int addHistory(String id, List<LedgerEntry> entries, Instant now) {
        return change(id, now, (connection, row) -> Ledger.add(connection, id, entries));
    }

    @Override
    public InCommit append(String id, List<LedgerEntry> entries) {
        return connection -> Ledger.add(connection, id, entries);
    }

    @Override
    public InCommit saveEstimates(String id, String json, Instant now) {
        return connection -> {
            if (!rows.updateEstimates(connection, id, json, now)) {
                rows.ensure(connection, id, now);
                rows.updateEstimates(connection, id, json, now);
            }
        };
    }

    @Override
    public Optional<String> byIdentity(String channel, String value) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select customer from identity where channel = ? and handle = ? and verified = true")
                        .bind(0, channel)
                        .bind(1, value)
                        .mapTo(String.class)
                        .findFirst());
    }

    @Override
    public void erase(String id) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from ledger where customer = ?", id);
            h.execute("delete from identity where customer = ?", id);
            h.execute("delete from customer where id = ?", id);
        });
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private interface Change<T> {
        T run(Connection connection, Row row) throws SQLException;
    }

    private <T> T query(Query<T> query) {
        try (var connection = database.connection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a customer", e);
        }
    }

    /** Makes sure that there is a row, locks it, and changes it. */
    private <T> T change(String id, Instant now, Change<T> change) {
        ensure(id, now);
        try {
            return database.jdbi().inTransaction(h -> {
                Connection connection = h.getConnection();
                return change.run(connection, rows.findForChange(connection, id).orElseGet(() -> Row.empty(now)));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change a customer", e);
        }
    }

    private void ensure(String id, Instant now) {
        if (query(connection -> rows.find(connection, id)).isPresent()) {
            return;
        }
        try (var connection = database.connection()) {
            rows.ensure(connection, id, now);
        } catch (SQLException e) {
            // Somebody else added the same customer at this moment: then it is there.
            if (query(connection -> rows.find(connection, id)).isEmpty()) {
                throw new IllegalStateException("cannot add a customer", e);
            }
        }
    }
}
