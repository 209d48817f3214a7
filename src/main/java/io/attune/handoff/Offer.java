package io.attune.handoff;

import java.time.Instant;

/**
 * A conversation that rings at an agent.
 *
 * @param ownership of the conversation when it began; under another one the offer is void
 */
public record Offer(String conv, String agent, long ownership, Instant since, Instant until) {}
