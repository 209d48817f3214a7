package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole crash run, over real sockets, against a server with one planted fault: the run must find just that one. */
class CrashRunTest {
    private static final CrashRun.Plan SMALL =
            new CrashRun.Plan(3, 16, 2, Duration.ofMillis(20), Duration.ofMillis(500), 7);

    @ParameterizedTest
    @EnumSource(Bug.class)
    void finds_the_planted_fault(Bug bug) throws Exception {
        try (var server = new FakeCareServer(bug)) {
            CrashRun.Outcome outcome = CrashRun.run(server, SMALL);

            var rules = outcome.violations().stream().map(Violation::rule);
            if (bug.foundBy == null) {
                assertThat(outcome.violations()).isEmpty();
                assertThat(outcome.answers()).isGreaterThan(20);
                assertThat(outcome.outages()).hasSize(2).allMatch(away -> away.toSeconds() < 2);
            } else {
                assertThat(rules).contains(bug.foundBy);
            }
        }
    }
}
