package io.attune.decision;

import java.time.Duration;

/**
 * The queue for agents, as it stands.
 *
 * @param agentsOnline agents who take conversations now
 * @param waiting customers in the queue
 * @param expectedWait of a customer who joins now
 */
public record QueueState(int agentsOnline, int waiting, Duration expectedWait) {
    public static final QueueState NOBODY = new QueueState(0, 0, Duration.ZERO);
}
