package io.attune.handoff;

import java.time.Instant;

/**
 * An agent as the queue sees them.
 *
 * @param capacity conversations they take at a time
 */
public record Presence(String agent, PresenceState state, int capacity, Instant changedAt) {}
