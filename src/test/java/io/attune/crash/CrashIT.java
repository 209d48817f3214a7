package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} in the middle of conversations, on the embedded database. Short as part of the build; the long form:
 * {@code ./mvnw verify -Dit.test=CrashIT -Dattune.crash.clients=20 -Dattune.crash.messages=60 -Dattune.crash.kills=5}.
 */
class CrashIT {

    @Test
    void an_acknowledged_message_is_never_lost_doubled_reordered_or_answered_twice() throws Exception {
        try (var server = ServerProcess.started("crash", Map.of())) {
            judge(CrashRun.run(server, plan()));
        }
    }

    static CrashRun.Plan plan() {
        return new CrashRun.Plan(
                Integer.getInteger("attune.crash.clients", 6),
                Integer.getInteger("attune.crash.messages", 20),
                Integer.getInteger("attune.crash.kills", 2),
                Duration.ofMillis(Integer.getInteger("attune.crash.pace", 700)),
                Duration.ofSeconds(30),
                Long.getLong("attune.crash.seed", 1));
    }

    static void judge(CrashRun.Outcome outcome) {
        System.out.println("crash: " + outcome);
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.longestOutage())
                .isLessThan(Duration.ofMillis(Integer.getInteger("attune.crash.outage", 10_000)));
        assertThat(outcome.answers())
                .as("enough answers for the check to mean something")
                .isGreaterThan(outcome.stored() / 4);
    }
}
