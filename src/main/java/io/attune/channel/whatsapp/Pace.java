package io.attune.channel.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.channel.whatsapp.Lines.Line;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The provider's limits, kept before it says so: messages a second of a number, and messages to one customer. Each node
 * counts by itself; what several send too much the provider refuses, and it is sent again.
 */
@Singleton
public class Pace {
    private final WhatsAppConfig config;
    private final Map<String, Bucket> lines = new ConcurrentHashMap<>();
    private final Cache<String, Bucket> pairs;

    public Pace(WhatsAppConfig config) {
        this.config = config;
        Duration refilled = config.pairEvery().multipliedBy(config.pairBurst()).plusSeconds(1);
        this.pairs = Caffeine.newBuilder()
                .expireAfterAccess(refilled)
                .maximumSize(1_000_000)
                .build();
    }

    /** Takes a place for a message to this customer; how long to wait where there is none. */
    Optional<Duration> wait(Line line, String peer) {
        Bucket pair = pairs.get(peer, key -> pair());
        Optional<Duration> wait = take(pair);
        if (wait.isPresent()) {
            return wait;
        }
        Optional<Duration> crowded = take(lines.computeIfAbsent(line.number(), key -> line()));
        crowded.ifPresent(nothing -> pair.addTokens(1));
        return crowded;
    }

    /** What comes in counts too. */
    void cameIn(String number) {
        lines.computeIfAbsent(number, key -> line()).tryConsume(1);
    }

    private static Optional<Duration> take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1));
    }

    private Bucket line() {
        int rate = config.perSecond();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }

    private Bucket pair() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(config.pairBurst()).refillGreedy(1, config.pairEvery()))
                .build();
    }
}
