package io.attune.channel.exchange;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.attune.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How much a sender may send. Kept per node: a cluster of n allows n times as many. */
@Singleton
class Allowance {
    private static final int MOST = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    Allowance(ExchangeConfig config) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(config.per().multipliedBy(2))
                .build(sender -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(config.messages()).refillGreedy(config.messages(), config.per()))
                        .build());
    }

    /** Takes one; 429 when there is none left. */
    void take(Party party) {
        ConsumptionProbe probe =
                buckets.get(party.channel() + " " + party.sender()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1);
            throw ProblemException.tooMany("Too many messages; wait and send it again.", wait);
        }
    }
}
