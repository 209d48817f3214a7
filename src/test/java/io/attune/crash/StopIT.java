package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that is asked to stop says good-bye, and what it had accepted is answered, before or after. */
class StopIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void on_SIGTERM_sockets_are_closed_as_a_restart_and_the_process_ends_in_time() throws IOException {
        try (var process = ServerProcess.started("stop", Map.of());
                var client = new CareClient(process.server(), "s", new Acknowledgements());
                var idle = Wire.welcomed(process.server(), new Planted())) {
            client.await(PATIENCE, () -> client.memory().lastConnection() != null);
            String id = client.send("my internet is slow");
            client.await(PATIENCE, () -> client.memory().isAcknowledged(id));

            assertThat(process.stop(Duration.ofSeconds(30)))
                    .as("exit code; -1: still running after 30 s")
                    .isIn(0, 143);
            assertThat(idle.awaitClose(PATIENCE)).isIn(1001, 1012);

            process.start();
            Log log = client.settle(PATIENCE);
            assertThat(Invariants.check(client.memory().history(), log)).isEmpty();
            assertThat(log.events()).anyMatch(event -> event.isMessageOf("bot") && event.replyTo() != null);
        }
    }
}
