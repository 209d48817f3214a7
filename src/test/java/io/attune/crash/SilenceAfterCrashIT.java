package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A follow-up to a customer who does not answer falls due while the server is dead: it is sent when the server is back, once. */
class SilenceAfterCrashIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> IMPATIENT = Map.of(
            "ATTUNE_TURN_SILENCE_NUDGE_AFTER", "4s",
            "ATTUNE_TURN_SILENCE_CLOSE_AFTER", "1h",
            "ATTUNE_TURN_SILENCE_LOOK_EVERY", "100ms");

    @Test
    void a_follow_up_that_fell_due_while_the_server_was_dead_is_sent_once() throws IOException {
        try (var process = ServerProcess.started("silence", IMPATIENT);
                var client = new CareClient(process.server(), "q", new Acknowledgements())) {
            client.await(PATIENCE, () -> client.memory().lastConnection() != null);
            client.send("my internet is slow");
            long answered = lastOfBot(client.settle(PATIENCE)).seq();

            process.kill();
            CareClient.pause(Duration.ofSeconds(5));
            process.start();
            client.await(PATIENCE, () -> client.memory().lastSeq() > answered);
            assertThat(unasked(client.settle(PATIENCE), answered)).hasSize(1);

            process.kill();
            process.start();
            CareClient.pause(Duration.ofSeconds(2));
            Log after = client.settle(PATIENCE);
            assertThat(unasked(after, answered)).as("not sent again").hasSize(1);
            assertThat(Invariants.check(client.memory().history(), after)).isEmpty();
        }
    }

    private static Event lastOfBot(Log log) {
        return log.events().stream()
                .filter(event -> event.isMessageOf("bot") && event.replyTo() != null)
                .reduce((first, later) -> later)
                .orElseThrow();
    }

    /** What the bot said after this without having been written to. */
    private static List<Event> unasked(Log log, long seq) {
        return log.events().stream()
                .filter(event -> event.isMessageOf("bot") && event.seq() > seq)
                .toList();
    }
}
