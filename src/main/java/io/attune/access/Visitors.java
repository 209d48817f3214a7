package io.attune.access;

import io.attune.access.store.VisitorStore;
import io.attune.access.store.VisitorStore.Visitor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visitors: devices that customers write from, each known by a secret of its own. A device starts anonymous, as a customer
 * whom nobody knows yet. When its user signs in, the device becomes that customer's and stays so; what it said before
 * stays readable on this device. A device never moves from one signed-in customer to another: the second gets a new
 * secret, so that neither can read the other.
 */
@Singleton
public class Visitors {
    private final VisitorStore store;
    private final Secrets secrets;
    private final Clock clock;

    Visitors(VisitorStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param secret what the device keeps and shows next time */
    public record Visit(String secret, Caller caller) {}

    /** Who holds this secret. */
    public Optional<Caller> find(String secret) {
        return store.find(Secrets.kept(secret)).map(Visitors::caller);
    }

    /**
     * A device comes in. An unknown secret is answered like none at all, with a new one: it may be of a customer who was
     * forgotten.
     *
     * @param customer who signed in, if anybody
     */
    public Visit enter(Site site, @Nullable String secret, @Nullable String customer) {
        Optional<Visitor> known = secret == null ? Optional.empty() : store.find(Secrets.kept(secret));
        if (secret == null || known.isEmpty()) {
            return add(site, customer);
        }
        Visitor visitor = known.get();
        if (customer == null || (visitor.signedIn() && visitor.customer().equals(customer))) {
            return new Visit(secret, caller(visitor));
        }
        if (!visitor.signedIn() && store.signIn(Secrets.kept(secret), customer)) {
            return new Visit(secret, new Caller(customer, Optional.of(visitor.customer())));
        }
        return add(site, customer);
    }

    private Visit add(Site site, @Nullable String customer) {
        String secret = secrets.secret();
        var visitor = new Visitor(customer == null ? secrets.anonymousId() : customer, null, customer != null);
        store.add(Secrets.kept(secret), site.name(), visitor, clock.millis());
        return new Visit(secret, caller(visitor));
    }

    /** Forgets every device of a customer: none of them gets in again. */
    public void forget(String customer) {
        store.forget(customer);
    }

    private static Caller caller(Visitor visitor) {
        return new Caller(visitor.customer(), Optional.ofNullable(visitor.anonymous()));
    }
}
