package io.attune.handoff.routing;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the queue.
 *
 * @param since when it got its place
 * @param skill that it needs
 * @param language code
 * @param lastAgent who served this customer last
 * @param refusedBy agents who declined it or did not answer, a moment ago
 */
public record Waiting(
        String conv,
        int priority,
        Instant since,
        @Nullable String skill,
        @Nullable String language,
        @Nullable Target target,
        @Nullable String lastAgent,
        Set<String> refusedBy) {
    public Waiting {
        refusedBy = Set.copyOf(refusedBy);
    }
}
