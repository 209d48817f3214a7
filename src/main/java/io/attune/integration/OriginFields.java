package io.attune.integration;

import io.attune.customer.Field;
import io.attune.customer.Origin;
import io.attune.customer.Purpose;
import io.attune.problem.Faults;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a single value comes from, when it is not simply the caller's and of now.
 *
 * @param confidence 0..1
 * @param purpose of a circumstance; the fixed fields have theirs
 */
record OriginFields(
        @Nullable String source,
        @Nullable Instant at,
        @Nullable Double confidence,
        @Nullable Purpose purpose) {
    private static final int LONGEST_SOURCE = 200;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    Origin over(Origin otherwise) {
        return new Origin(
                source == null ? otherwise.source() : source,
                at == null ? otherwise.at() : at,
                confidence == null ? otherwise.confidence() : confidence,
                purpose == null ? otherwise.purpose() : purpose);
    }

    void check(String name, Instant now, Faults faults) {
        String at = "origins." + name + ".";
        boolean isField = Field.named(name).isPresent();
        faults.need(
                        isField || name.startsWith("circumstances"),
                        "origins",
                        "names a field of the profile or circumstances.NAME")
                .need(
                        source == null || (!source.isBlank() && source.length() <= LONGEST_SOURCE),
                        at + "source",
                        "must have 1 to " + LONGEST_SOURCE + " characters")
                .need(!Origin.CUSTOMER.equals(source), at + "source", "only customers speak for themselves")
                .need(confidence == null || (confidence >= 0 && confidence <= 1), at + "confidence", "must be 0 to 1")
                .need(this.at == null || this.at.isBefore(now.plus(CLOCKS_DIFFER)), at + "at", "lies in the future")
                .need(purpose == null || !isField, at + "purpose", "is fixed for this field");
    }
}
