package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two customer ids are one person, until it is undone. Nothing is moved: each id keeps what was written under it, before,
 * during and after, so undoing leaves both exactly as if they had never been merged.
 *
 * @param merge its id
 * @param customer the id that the person is known by
 * @param with the other one
 * @param by who said so: a user, or {@code sign-in}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Merge(
        String merge,
        String customer,
        String with,
        String by,
        Instant at,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {
    public boolean isUndone() {
        return undoneAt != null;
    }
}
