package io.attune.diagnostics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The last diagnosis of each customer's line. Tests are started while the customer is greeted and never waited for by a
 * turn: a turn takes what is there and fresh. A test that fails or takes too long leaves the line unknown.
 */
public final class Lines {
    private final Diagnostics diagnostics;
    private final Clock clock;
    private final Duration maxAge;
    private final Duration timeout;
    private final Cache<String, Diagnosis> known;
    private final Map<String, CompletableFuture<Diagnosis>> running = new ConcurrentHashMap<>();

    public Lines(Diagnostics diagnostics, Clock clock, Duration maxAge, Duration timeout, int kept) {
        this.diagnostics = diagnostics;
        this.clock = clock;
        this.maxAge = maxAge;
        this.timeout = timeout;
        this.known =
                Caffeine.newBuilder().maximumSize(kept).expireAfterWrite(maxAge).build();
    }

    /** What is known now, fresh readings only; missing is unknown. Never waits. */
    public Diagnosis now(String customer) {
        Diagnosis last = known.getIfPresent(customer);
        return last == null ? Diagnosis.UNKNOWN : last.fresh(clock.instant(), maxAge);
    }

    /** Starts the tests, unless they are running. The answer never fails; it is what {@link #now} tells from then on. */
    public CompletionStage<Diagnosis> examine(String customer) {
        var mine = new CompletableFuture<Diagnosis>();
        var others = running.putIfAbsent(customer, mine);
        if (others != null) {
            return others;
        }
        var unused = start(customer)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> Diagnosis.UNKNOWN)
                .thenAccept(diagnosis -> {
                    known.put(customer, diagnosis);
                    running.remove(customer, mine);
                    mine.complete(diagnosis);
                });
        return mine;
    }

    /** Starts the tests when what is known is missing or past half its age: a long conversation never runs out of readings. */
    public void keepFresh(String customer) {
        Diagnosis last = known.getIfPresent(customer);
        if (last == null || last.olderThan(maxAge.dividedBy(2), clock.instant())) {
            examine(customer);
        }
    }

    /** Something was changed on the line: what was measured before no longer counts, and it is tested anew. */
    public CompletionStage<Diagnosis> examineAgain(String customer) {
        known.invalidate(customer);
        var before = running.get(customer);
        return before == null
                ? examine(customer)
                : before.thenCompose(old -> {
                    known.invalidate(customer);
                    return examine(customer);
                });
    }

    public void forget(String customer) {
        known.invalidate(customer);
    }

    private CompletableFuture<Diagnosis> start(String customer) {
        try {
            // A copy, so that the timeout ends our waiting and not the adapter's work.
            return diagnostics.examine(customer).toCompletableFuture().copy();
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(Diagnosis.UNKNOWN);
        }
    }
}
