package io.attune.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the line and device tests say of one customer. Late, failed or stale is <em>unknown</em>, never OK: such a fact is
 * simply not here.
 *
 * @param facts name to value, such as {@code line.sync: ok}, {@code line.downstreamMbps: 38}
 */
public record Diagnosis(Map<String, Reading> facts) {
    public static final Diagnosis UNKNOWN = new Diagnosis(Map.of());

    public Diagnosis {
        facts = Map.copyOf(facts);
    }

    public Optional<String> value(String fact) {
        return Optional.ofNullable(facts.get(fact)).map(Reading::value);
    }

    /** The readings that are still fresh at {@code now}. */
    public Diagnosis fresh(Instant now, Duration maxAge) {
        var kept = new java.util.HashMap<String, Reading>();
        facts.forEach((name, reading) -> {
            if (Duration.between(reading.at(), now).compareTo(maxAge) <= 0) {
                kept.put(name, reading);
            }
        });
        return new Diagnosis(kept);
    }

    /** Whether a reading is older than that; a diagnosis without readings is not. */
    boolean olderThan(Duration age, Instant now) {
        return facts.values().stream()
                .anyMatch(reading -> Duration.between(reading.at(), now).compareTo(age) > 0);
    }

    /** @param at when it was measured */
    public record Reading(String value, Instant at) {}
}
