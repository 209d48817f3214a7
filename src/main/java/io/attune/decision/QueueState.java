package io.attune.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The queue for agents, as it stands.
 *
 * @param agentsOnline agents who take conversations now
 * @param waiting customers in the queue
 * @param expectedWait of a customer who joins now
 * @param callbacks times at which a customer could be called back; only where nobody is there now
 */
public record QueueState(int agentsOnline, int waiting, Duration expectedWait, List<Instant> callbacks) {
    public static final QueueState NOBODY = new QueueState(0, 0, Duration.ZERO);

    public QueueState {
        callbacks = List.copyOf(callbacks);
    }

    public QueueState(int agentsOnline, int waiting, Duration expectedWait) {
        this(agentsOnline, waiting, expectedWait, List.of());
    }
}
