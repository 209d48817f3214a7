package io.attune.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log.
 *
 * @param seq from 1, without gaps
 * @param turn what a bot turn noted, on the first entry that it wrote; never shown to the customer
 */
public record Entry(
        long seq,
        Instant at,
        ConversationEvent event,
        @Nullable TurnRecord turn) {}
