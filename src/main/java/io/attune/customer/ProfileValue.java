package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of a profile with where it comes from and what it may be used for.
 *
 * @param value as in JSON; missing when it was taken away, which is remembered so that an older one does not come back
 * @param source see {@link Origin}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileValue(@Nullable Object value, String source, Instant at, double confidence, Purpose purpose) {
    static ProfileValue of(String name, @Nullable Object value, Origin origin) {
        Purpose purpose = Field.named(name)
                .map(Field::purpose)
                .orElse(origin.purpose() == null ? Purpose.SERVICE : origin.purpose());
        return new ProfileValue(value, origin.source(), origin.at(), origin.confidence(), purpose);
    }

    /** Whether it holds against {@code other}: the customer's own word does; otherwise the later one, or this when both are of one time. */
    boolean holdsAgainst(ProfileValue other) {
        boolean mine = source.equals(Origin.CUSTOMER);
        boolean theirs = other.source.equals(Origin.CUSTOMER);
        return mine == theirs ? !at.isBefore(other.at) : mine;
    }
}
