package io.attune.crash;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When acknowledgements came, over all clients: how long the server was away from a customer's point of view. */
final class Acknowledgements {
    /** Both in {@link System#nanoTime()}. */
    private record Ack(long connectedAt, long at) {}

    private final Queue<Ack> acks = new ConcurrentLinkedQueue<>();

    void note(long connectedAt, long at) {
        acks.add(new Ack(connectedAt, at));
    }

    int count() {
        return acks.size();
    }

    /** From a kill to the next acknowledgement on a connection that was opened after it. */
    Optional<Duration> outageAfter(long killedAt) {
        return acks.stream()
                .filter(ack -> ack.connectedAt - killedAt > 0)
                .map(ack -> Duration.ofNanos(ack.at - killedAt))
                .min(Duration::compareTo);
    }
}
