package io.attune.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/** How many failed tries a name may have in a minute. Kept per node: a cluster of n allows n times as many. */
final class FailureLimit {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private final LoadingCache<String, Bucket> buckets;

    FailureLimit(int perMinute) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .build(name -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                        .build());
    }

    /** How long to wait before the next try, when there were too many failures. */
    Optional<Duration> wait(String name) {
        var estimate = buckets.get(name).estimateAbilityToConsume(1);
        return estimate.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    /** Tries that failed at once all count, even past the limit: they are paid for by a longer wait. */
    void failed(String name) {
        buckets.get(name).consumeIgnoringRateLimits(1);
    }
}
