package io.attune.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a turn may believe of a line, and when. */
class LinesTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private Instant now = START;
    private final ConcurrentLinkedQueue<CompletableFuture<Diagnosis>> asked = new ConcurrentLinkedQueue<>();
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Lines lines = lines(Duration.ofSeconds(5));

    private Lines lines(Duration timeout) {
        Diagnostics slow = customer -> {
            var answer = new CompletableFuture<Diagnosis>();
            asked.add(answer);
            return answer;
        };
        return new Lines(slow, clock, Duration.ofMinutes(10), timeout, 100);
    }

    private Diagnosis speed(String mbps) {
        return new Diagnosis(Map.of("line.downstreamMbps", new Diagnosis.Reading(mbps, now)));
    }

    private void answer(Diagnosis diagnosis) {
        asked.remove().complete(diagnosis);
    }

    @Test
    void a_line_that_was_never_tested_is_unknown() {
        assertThat(lines.now("a")).isEqualTo(Diagnosis.UNKNOWN);
    }

    @Test
    void a_turn_does_not_wait_for_a_test_that_runs() {
        lines.examine("a");
        assertThat(lines.now("a")).isEqualTo(Diagnosis.UNKNOWN);
        answer(speed("38"));
        assertThat(lines.now("a").value("line.downstreamMbps")).contains("38");
        assertThat(lines.now("b")).isEqualTo(Diagnosis.UNKNOWN);
    }

    @Test
    void one_test_at_a_time_per_customer() {
        var first = lines.examine("a");
        var second = lines.examine("a");
        assertThat(asked).hasSize(1);
        answer(speed("38"));
        assertThat(first.toCompletableFuture().join())
                .isEqualTo(second.toCompletableFuture().join());
        lines.examine("a");
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_stale_reading_is_unknown() {
        lines.examine("a");
        answer(speed("38"));
        now = START.plus(Duration.ofMinutes(10));
        assertThat(lines.now("a").facts()).hasSize(1);
        now = START.plus(Duration.ofMinutes(10)).plusMillis(1);
        assertThat(lines.now("a").facts()).isEmpty();
    }

    @Test
    void a_failed_test_is_unknown_even_after_a_good_one() {
        lines.examine("a");
        answer(speed("38"));
        var again = lines.examine("a");
        asked.remove().completeExceptionally(new IllegalStateException("no answer from the line"));
        assertThat(again.toCompletableFuture().join()).isEqualTo(Diagnosis.UNKNOWN);
        assertThat(lines.now("a")).isEqualTo(Diagnosis.UNKNOWN);
    }

    @Test
    void an_adapter_that_throws_is_unknown() {
        var broken = new Lines(
                customer -> {
                    throw new IllegalStateException("broken");
                },
                clock,
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                10);
        assertThat(broken.examine("a").toCompletableFuture().join()).isEqualTo(Diagnosis.UNKNOWN);
    }

    @Test
    void what_comes_too_late_is_unknown() throws Exception {
        var hasty = lines(Duration.ofMillis(30));
        var late = hasty.examine("a").toCompletableFuture();
        assertThat(late.get(5, TimeUnit.SECONDS)).isEqualTo(Diagnosis.UNKNOWN);
        answer(speed("38"));
        assertThat(hasty.now("a")).isEqualTo(Diagnosis.UNKNOWN);
    }

    @Test
    void after_a_change_the_old_reading_no_longer_counts() {
        lines.examine("a");
        answer(speed("38"));
        lines.examineAgain("a");
        assertThat(lines.now("a")).isEqualTo(Diagnosis.UNKNOWN);
        answer(speed("480"));
        assertThat(lines.now("a").value("line.downstreamMbps")).contains("480");
    }

    @Test
    void a_long_conversation_never_runs_out_of_readings() {
        lines.keepFresh("a");
        lines.keepFresh("a");
        assertThat(asked).hasSize(1);
        answer(speed("38"));
        now = START.plus(Duration.ofMinutes(5));
        lines.keepFresh("a");
        assertThat(asked).isEmpty();
        now = START.plus(Duration.ofMinutes(6));
        lines.keepFresh("a");
        assertThat(asked).hasSize(1);
        assertThat(lines.now("a").value("line.downstreamMbps")).contains("38");
    }

    @Test
    void whoever_has_no_line_is_not_tested_at_every_turn() {
        lines.examine("a");
        answer(Diagnosis.UNKNOWN);
        lines.keepFresh("a");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_test_that_ran_during_the_change_is_not_believed() {
        lines.examine("a");
        var again = lines.examineAgain("a");
        answer(speed("38"));
        assertThat(lines.now("a")).isEqualTo(Diagnosis.UNKNOWN);
        answer(speed("480"));
        assertThat(again.toCompletableFuture().join().value("line.downstreamMbps"))
                .contains("480");
    }

    @Test
    void a_simulated_line_tells_what_is_known_and_no_more() {
        var state = new LineState(
                LineState.Sync.OK,
                38.0,
                500.0,
                null,
                0,
                LineState.Signal.WEAK,
                "2.4",
                true,
                40,
                null,
                null,
                null,
                null);
        assertThat(state.examined(now).facts().entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue().value()))
                .containsExactlyInAnyOrder(
                        "line.sync=ok",
                        "line.downstreamMbps=38",
                        "line.planMbps=500",
                        "line.drops24h=0",
                        "wifi.signal=weak",
                        "wifi.band=2.4",
                        "router.reachable=yes",
                        "router.uptimeDays=40",
                        "outage.area=none");
    }

    @Test
    void a_simulated_test_can_fail() {
        var state = new LineState(
                LineState.Sync.OK, null, null, null, null, null, null, null, null, null, null, null, true);
        assertThat(state.examined(now)).isEqualTo(Diagnosis.UNKNOWN);
    }
}
