package io.attune.access.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices that customers write from, each by the hash of its secret. */
@Singleton
public class VisitorStore {
    private final Database database;

    VisitorStore(Database database) {
        this.database = database;
    }

    /** @param anonymous who the device was before it signed in */
    public record Visitor(String customer, @Nullable String anonymous, boolean signedIn) {}

    public Optional<Visitor> find(String hash) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select customer, anonymous, signed_in from visitor where secret = :hash")
                        .bind("hash", hash)
                        .map((row, context) -> new Visitor(row.getString(1), row.getString(2), row.getBoolean(3)))
                        .findOne());
    }

    public void add(String hash, String site, Visitor visitor, long at) {
        database.jdbi()
                .useHandle(h -> h.createUpdate("""
                        insert into visitor (secret, site, customer, anonymous, signed_in, created_at)
                        values (:hash, :site, :customer, :anonymous, :signedIn, :at)""")
                        .bind("hash", hash)
                        .bind("site", site)
                        .bind("customer", visitor.customer())
                        .bind("anonymous", visitor.anonymous())
                        .bind("signedIn", visitor.signedIn())
                        .bind("at", at)
                        .execute());
    }

    /** An anonymous device becomes a customer's. False when it is no longer anonymous. */
    public boolean signIn(String hash, String customer) {
        return database.jdbi()
                        .withHandle(h -> h.createUpdate("""
                                update visitor set anonymous = customer, customer = :customer, signed_in = true
                                where secret = :hash and signed_in = false""")
                                .bind("hash", hash)
                                .bind("customer", customer)
                                .execute())
                == 1;
    }

    /** Forgets every device of a customer, and the tickets on their way. */
    public void forget(String customer) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from visitor where customer = ?", customer);
            h.execute("delete from ticket where kind = 'chat' and subject = ?", customer);
        });
    }
}
