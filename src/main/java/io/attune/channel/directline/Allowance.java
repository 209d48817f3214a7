package io.attune.channel.directline;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How much a conversation may send. Kept per node: a cluster of n allows n times as many. */
@Singleton
class Allowance {
    /** What is no message costs a tenth of one: typing is free in practice and a flood is not. */
    private static final int MESSAGE = 10;

    private static final int MOST = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    Allowance(DirectLineConfig config) {
        long capacity = (long) config.messages() * MESSAGE;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(config.per().multipliedBy(2))
                .build(conv -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, config.per()))
                        .build());
    }

    /** Takes one from the conversation's; 429 when there is none left. */
    void take(String conv, Sent sent) {
        ConsumptionProbe probe =
                buckets.get(conv).tryConsumeAndReturnRemaining(sent instanceof Sent.Said ? MESSAGE : 1);
        if (!probe.isConsumed()) {
            throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
