package io.attune.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of a profile comes from.
 *
 * @param source who told it, such as {@code integration}, {@code file customers.csv} or the source of an event
 * @param at when it was true there: of two values the later one holds
 * @param confidence 0..1; under 1 for what was inferred
 * @param purpose what a circumstance is kept for, null for service; the purposes of the fixed fields are {@link Field}'s
 */
public record Origin(
        String source,
        Instant at,
        double confidence,
        @Nullable Purpose purpose) {
    /** Customers themselves. What they say of themselves holds against everybody else. */
    public static final String CUSTOMER = "customer";

    public static Origin of(String source, Instant at) {
        return new Origin(source, at, 1, null);
    }
}
