package io.attune.candidate;

import io.attune.candidate.store.CandidateStore;
import io.attune.customer.Customers;
import io.attune.customer.Purpose;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Removes candidates of long ago, and those of customers who have withdrawn their consent by whatever way. */
@Singleton
public class OldCandidates implements Retained {
    private final CandidateStore store;
    private final Customers customers;
    private final Clock clock;

    public OldCandidates(CandidateStore store, Customers customers, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.CANDIDATES;
    }

    @Override
    public int removeBefore(Instant before) {
        int removed = store.removeBefore(before);
        Instant now = clock.instant();
        for (String customer : store.customers()) {
            boolean granted =
                    customers.read(customer, now).settings().consents().granted(Purpose.IMPROVEMENT);
            removed += granted ? 0 : store.erase(customer);
        }
        return removed;
    }
}
