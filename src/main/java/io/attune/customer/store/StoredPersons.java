package io.attune.customer.store;

import io.attune.customer.Merge;
import io.attune.customer.Merging;
import io.attune.customer.Persons;
import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Persons in the one database. */
@Singleton
public class StoredPersons implements Persons {
    private static final String SIGN_IN = "sign-in";

    private final Database database;
    private final CustomerRows rows;

    public StoredPersons(Database database, com.fasterxml.jackson.databind.ObjectMapper json) {
        this.database = database;
        this.rows = new CustomerRows(new CustomerJson(json));
    }

    @Override
    public Set<String> idsOf(String id) {
        return in(connection -> Merges.group(connection, id).ids());
    }

    @Override
    public List<Merge> mergesOf(String id) {
        return in(connection -> Merges.of(connection, id));
    }

    @Override
    public Merging merge(String kept, String other, String mergeId, String by, Instant now) {
        return alone(connection -> {
            for (String id : List.of(kept, other)) {
                if (!isKnown(connection, id)) {
                    return new Merging.NoSuchCustomer(id);
                }
            }
            return add(connection, new Merge(mergeId, kept, other, by, now, null, null));
        });
    }

    @Override
    public Merging signedIn(String anonymous, String customer, Instant now) {
        String mergeId = SIGN_IN + "-" + anonymous;
        Optional<Merge> before = in(connection -> Merges.find(connection, mergeId));
        if (before.isPresent()) {
            return again(before.get());
        }
        return alone(connection -> {
            Optional<Merge> meanwhile = Merges.find(connection, mergeId);
            if (meanwhile.isPresent()) {
                return again(meanwhile.get());
            }
            // The device's past may have been given to somebody else by hand: then two persons would become one.
            if (Merges.group(connection, anonymous).ids().size() > 1) {
                return new Merging.AlreadyOne();
            }
            return add(connection, new Merge(mergeId, customer, anonymous, SIGN_IN, now, null, null));
        });
    }

    private static Merging again(Merge merge) {
        return merge.isUndone() ? new Merging.StaysUndone(merge) : new Merging.Done(merge);
    }

    private Merging add(Connection connection, Merge merge) throws SQLException {
        if (Merges.group(connection, merge.customer()).ids().contains(merge.with())) {
            return Merges.of(connection, merge.customer()).stream()
                    .filter(standing -> !standing.isUndone())
                    .filter(standing ->
                            Set.of(standing.customer(), standing.with()).equals(Set.of(merge.customer(), merge.with())))
                    .findFirst()
                    .<Merging>map(Merging.Done::new)
                    .orElseGet(Merging.AlreadyOne::new);
        }
        rows.ensure(connection, merge.customer(), merge.at());
        rows.ensure(connection, merge.with(), merge.at());
        Merges.add(connection, merge);
        return new Merging.Done(merge);
    }

    @Override
    public Optional<Merge> unmerge(String id, String mergeId, String by, Instant now) {
        return alone(connection -> {
            Optional<Merge> found = Merges.find(connection, mergeId)
                    .filter(merge -> merge.customer().equals(id) || merge.with().equals(id));
            if (found.isPresent() && !found.get().isUndone()) {
                Merges.undo(connection, found.get(), by, now);
                return Merges.find(connection, mergeId);
            }
            return found;
        });
    }

    @Override
    public List<Alike> alike(String id) {
        Set<String> own = idsOf(id);
        return database
                .jdbi()
                .withHandle(h -> h.createQuery("""
                        select distinct b.customer, b.channel, a.verified and b.verified
                        from identity a join identity b on a.handle = b.handle and a.channel = b.channel
                        where a.customer = ? and b.customer <> ? order by b.customer, b.channel""")
                        .bind(0, id)
                        .bind(1, id)
                        .map((row, context) -> new Alike(row.getString(1), row.getString(2), row.getBoolean(3)))
                        .list())
                .stream()
                .filter(alike -> !own.contains(alike.customer()))
                .toList();
    }

    private boolean isKnown(Connection connection, String id) throws SQLException {
        return rows.find(connection, id).isPresent()
                || !Ledger.read(connection, id, Instant.EPOCH).isEmpty();
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.connection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read who is who", e);
        }
    }

    /** In a transaction, while nobody else merges. */
    private <T> T alone(Work<T> work) {
        try {
            return database.jdbi().inTransaction(h -> {
                Merges.lock(h.getConnection());
                return work.run(h.getConnection());
            });
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change who is who", e);
        }
    }
}
