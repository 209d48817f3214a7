package io.attune.customer.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.customer.ConsentTalk;
import io.attune.customer.CustomerFile;
import io.attune.customer.CustomerRecord;
import io.attune.customer.Customers;
import io.attune.customer.Dossier;
import io.attune.customer.Given;
import io.attune.customer.Identity;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Purpose;
import io.attune.customer.Restriction;
import io.attune.customer.Returns;
import io.attune.customer.Settings;
import io.attune.customer.store.CustomerRows.Row;
import io.attune.database.Database;
import io.attune.database.InCommit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
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
            Person person = person(connection, id, since);
            Optional<Restriction> restriction = Restrictions.of(connection, person);
            return restriction.isPresent()
                    ? CustomerRecord.restricted(
                            id,
                            person.principal(),
                            person.dossier(),
                            person.settings().settings(),
                            restriction.get())
                    : allowed(connection, person, since);
        });
    }

    @Override
    public CustomerRecord serve(String id, Instant since) {
        return query(connection -> allowed(connection, person(connection, id, since), since));
    }

    private static CustomerRecord allowed(Connection connection, Person person, Instant since) throws SQLException {
        return CustomerRecord.allowed(
                person.id(),
                person.principal(),
                person.dossier(),
                person.settings().settings(),
                person.own().estimates(),
                person.otherEstimates(),
                Returns.marked(person.ledger(connection, since)));
    }

    @Override
    public Settings settings(String id) {
        return query(
                connection -> person(connection, id, Instant.EPOCH).settings().settings());
    }

    @Override
    public void restrict(String id, @Nullable Restriction restriction, Instant now) {
        change(id, now, (connection, row) -> {
            Restrictions.put(connection, id, restriction);
            return id;
        });
    }

    private Person person(Connection connection, String id, Instant since) throws SQLException {
        Row own = rows.find(connection, id).orElseGet(() -> Row.empty(id, since));
        return Person.read(rows, connection, id, own);
    }

    @Override
    public Optional<CustomerFile> find(String id) {
        return query(connection -> {
            Optional<Row> found = rows.find(connection, id);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(file(connection, Person.read(rows, connection, id, found.get())));
        });
    }

    @Override
    public Optional<CustomerFile> findUnder(String id) {
        return query(connection -> {
            Optional<Row> found = rows.find(connection, id);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(file(connection, new Person(id, id, List.of(id), List.of(found.get()))));
        });
    }

    private CustomerFile file(Connection connection, Person person) throws SQLException {
        Dossier dossier = person.dossier();
        var identities = new LinkedHashSet<Identity>();
        for (String id : person.ids()) {
            identities.addAll(rows.identities(connection, id));
        }
        return new CustomerFile(
                person.id(),
                person.ids(),
                person.own().createdAt(),
                person.own().changedAt(),
                dossier.whole(),
                dossier,
                List.copyOf(identities),
                person.settings().settings(),
                person.rows().stream()
                        .filter(row -> !row.estimates().isEmpty())
                        .map(row -> new CustomerFile.Estimates(row.id(), row.estimates()))
                        .toList(),
                Returns.marked(person.wholeLedger(connection)),
                Merges.of(connection, person.id()),
                Restrictions.of(connection, person).orElse(null));
    }

    @Override
    public List<LedgerEntry> history(String id, Instant since) {
        return query(connection -> Returns.marked(person(connection, id, since).ledger(connection, since)));
    }

    @Override
    public void change(String id, Given given, @Nullable List<Identity> identities, Instant now) {
        change(id, now, (connection, row) -> {
            put(connection, row, given, identities, now);
            return id;
        });
    }

    private void put(Connection connection, Row row, Given given, @Nullable List<Identity> identities, Instant now)
            throws SQLException {
        rows.update(connection, row.id(), row.dossier().after(given), row.settings(), now);
        if (identities != null) {
            rows.replaceIdentities(connection, row.id(), identities);
        }
    }

    @Override
    public InCommit tell(String id, Given given, @Nullable List<Identity> identities, Instant now) {
        return connection -> {
            rows.ensure(connection, id, now);
            put(connection, rows.findForChange(connection, id).orElseThrow(), given, identities, now);
        };
    }

    @Override
    public Settings change(String id, UnaryOperator<Settings> settings, Instant now) {
        return change(id, now, (connection, row) -> settle(connection, row, settings, now));
    }

    @Override
    public InCommit settle(String id, ConsentTalk talk, String channel, Instant now) {
        return connection -> {
            rows.ensure(connection, id, now);
            Row row = rows.findForChange(connection, id).orElseThrow();
            settle(connection, row, settings -> talk.after(settings, channel, now), now);
        };
    }

    private Settings settle(Connection connection, Row row, UnaryOperator<Settings> settings, Instant now)
            throws SQLException {
        Person person = Person.read(rows, connection, row.id(), row);
        Settings before = person.settings().settings();
        Settings after = settings.apply(before);
        KeptSettings kept = row.settings()
                .changed(before, after, settings.apply(row.settings().settings()), now);
        rows.update(connection, row.id(), row.dossier(), kept, now);
        if (!after.consents().granted(Purpose.PERSONALISATION)) {
            for (String one : person.ids()) {
                rows.updateEstimates(connection, one, "", now);
            }
        }
        return after;
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
        List<String> found = database.jdbi()
                .withHandle(h -> h.createQuery("select customer from identity where channel = ? and handle = ?"
                                + " and verified = true order by customer")
                        .bind(0, channel)
                        .bind(1, value)
                        .mapTo(String.class)
                        .list());
        if (found.size() < 2) {
            return found.stream().findFirst();
        }
        Merges.Group person = query(connection -> Merges.group(connection, found.getFirst()));
        return person.ids().containsAll(found) ? Optional.of(person.principal()) : Optional.empty();
    }

    @Override
    public void erase(String id) {
        try {
            database.jdbi().useTransaction(h -> {
                h.execute("delete from ledger where customer = ?", id);
                h.execute("delete from identity where customer = ?", id);
                h.execute("delete from restriction where customer = ?", id);
                h.execute("delete from customer where id = ?", id);
                Merges.lock(h.getConnection());
                Merges.forget(h.getConnection(), id);
            });
            database.removeTraces();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget a customer", e);
        }
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
                return change.run(connection, rows.findForChange(connection, id).orElseGet(() -> Row.empty(id, now)));
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
