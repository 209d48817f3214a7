package io.attune.handoff;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent as the queue sees them.
 *
 * @param capacity conversations they take at a time
 * @param seenAt the last sign of their socket; none when they never had one, or have ended it themselves
 * @param missed offers in a row that they did not answer
 * @param rungAt when something last rang there; the epoch when nothing has
 */
public record Presence(
        String agent,
        PresenceState state,
        int capacity,
        Instant changedAt,
        @Nullable Instant seenAt,
        int missed,
        Instant rungAt) {

    /** Had a socket, and there has been no sign of it for {@code longer}. */
    boolean isGone(Instant now, Duration longer) {
        return seenAt != null && Duration.between(seenAt, now).compareTo(longer) > 0;
    }

    /** Takes conversations that ring: online, with a socket to ring at. */
    boolean isReachable(Instant now, Duration sign) {
        return state == PresenceState.ONLINE && seenAt != null && !isGone(now, sign);
    }
}
