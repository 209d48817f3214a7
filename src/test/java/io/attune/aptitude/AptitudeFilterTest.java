package io.attune.aptitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AptitudeFilterTest {
    private static List<Observation> random(Random random, int size) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            observations.add(
                    random.nextBoolean()
                            ? Observation.step(
                                    "step " + random.nextInt(5), random.nextGaussian(), random.nextDouble(), i)
                            : Observation.of(
                                    "term " + random.nextInt(5),
                                    "language",
                                    random.nextGaussian() * 2,
                                    random.nextDouble(),
                                    i));
        }
        return observations;
    }

    @Test
    void knows_nothing_of_a_stranger() {
        var estimate = AptitudeFilter.estimate(List.of(), Band.UNKNOWN);
        assertThat(estimate.mean()).isZero();
        assertThat(estimate.band()).isEqualTo(Band.UNKNOWN);
        assertThat(estimate.evidence()).isEmpty();
    }

    @Test
    void contributions_add_up_to_the_mean_exactly() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var estimate = AptitudeFilter.estimate(random(random, random.nextInt(64)), Band.UNKNOWN);
            double sum = estimate.evidence().stream()
                    .mapToDouble(Estimates.Evidence::contribution)
                    .sum();
            assertThat(sum).isCloseTo(estimate.mean(), within(1e-6));
        }
    }

    @Test
    void the_order_of_evidence_makes_no_difference() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<Observation> observations = random(random, 40);
            var expected = AptitudeFilter.estimate(observations, Band.UNKNOWN);
            Collections.shuffle(observations, random);
            var shuffled = AptitudeFilter.estimate(observations, Band.UNKNOWN);
            assertThat(shuffled.mean()).isCloseTo(expected.mean(), within(1e-9));
            assertThat(shuffled.sd()).isCloseTo(expected.sd(), within(1e-9));
        }
    }

    @Test
    void a_hard_step_that_succeeds_raises_more_than_an_easy_one() {
        double hard = AptitudeFilter.estimate(List.of(Observation.step("s", 2, 1, 1)), Band.UNKNOWN)
                .mean();
        double easy = AptitudeFilter.estimate(List.of(Observation.step("s", -2, 1, 1)), Band.UNKNOWN)
                .mean();
        double failed = AptitudeFilter.estimate(List.of(Observation.step("s", -2, 0, 1)), Band.UNKNOWN)
                .mean();
        assertThat(hard).isGreaterThan(easy);
        assertThat(easy).isPositive();
        assertThat(failed).isNegative();
    }

    @Test
    void more_evidence_means_less_doubt() {
        List<Observation> observations = new ArrayList<>();
        double before = AptitudeFilter.estimate(observations, Band.UNKNOWN).sd();
        for (int i = 0; i < 10; i++) {
            observations.add(Observation.of("term " + i, "language", 1, 0.3, i));
            double after = AptitudeFilter.estimate(observations, Band.UNKNOWN).sd();
            assertThat(after).isLessThan(before);
            before = after;
        }
    }

    @Test
    void repeating_a_word_convinces_less_each_time() {
        List<Observation> same = new ArrayList<>();
        List<Observation> various = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            same.add(Observation.of("term", "language", 2, 0.5, i));
            various.add(Observation.of("term " + i, "language", 2, 0.5, i));
        }
        assertThat(AptitudeFilter.estimate(same, Band.UNKNOWN).mean())
                .isLessThan(AptitudeFilter.estimate(various, Band.UNKNOWN).mean() - 0.3);
    }

    @Test
    void a_band_is_left_later_than_it_is_entered() {
        List<Observation> high = List.of(Observation.of("a", "language", 2, 1.0, 1));
        List<Observation> doubtful =
                List.of(Observation.of("a", "language", 2, 1.0, 1), Observation.of("b", "language", -0.5, 0.6, 2));
        assertThat(AptitudeFilter.estimate(doubtful, Band.UNKNOWN).band()).isNotEqualTo(Band.HIGH);
        assertThat(AptitudeFilter.estimate(doubtful, Band.HIGH).band()).isEqualTo(Band.HIGH);
        assertThat(AptitudeFilter.estimate(high, Band.UNKNOWN).mean())
                .isGreaterThan(AptitudeFilter.estimate(doubtful, Band.UNKNOWN).mean());
    }

    @Test
    void an_old_estimate_fades_towards_the_prior() {
        var estimate = AptitudeFilter.estimate(List.of(Observation.of("a", "language", 2, 2.0, 1)), Band.UNKNOWN);
        var nextDay = AptitudeFilter.estimate(List.of(AptitudeFilter.carriedOver(estimate, 1, 1)), Band.UNKNOWN);
        var nextYear = AptitudeFilter.estimate(List.of(AptitudeFilter.carriedOver(estimate, 365, 1)), Band.UNKNOWN);
        assertThat(nextDay.mean()).isCloseTo(estimate.mean(), within(0.02));
        assertThat(nextYear.mean()).isBetween(0.0, nextDay.mean() / 2);
        assertThat(nextYear.sd()).isGreaterThan(nextDay.sd());
    }

    private static Pace.Reply reply(long seq, double seconds) {
        return new Pace.Reply(seq, seconds, false);
    }

    @Test
    void pace_says_nothing_without_three_timings_and_little_with_them() {
        Observation done = Observation.step("completed a step", 0, 1, 3);
        assertThat(Pace.observe(List.of(reply(1, 10), reply(3, 12)), done)).isEmpty();
        assertThat(Pace.observe(List.of(reply(1, 10), reply(2, 10), reply(3, 12)), done))
                .hasValueSatisfying(observation -> {
                    assertThat(observation.information()).isLessThan(0.2);
                    assertThat(observation.z()).isBetween(0.5, 2.0);
                });
        Observation missed = Observation.step("did not get through a step", 0, 0, 3);
        assertThat(Pace.observe(List.of(reply(1, 10), reply(2, 10), reply(3, 12)), missed))
                .isEmpty();
    }

    @Test
    void who_takes_three_times_as_long_for_everything_is_not_slow() {
        Observation done = Observation.step("completed a step", 0, 1, 3);
        double quick = Pace.observe(List.of(reply(1, 10), reply(2, 14), reply(3, 40)), done)
                .orElseThrow()
                .z();
        double slow = Pace.observe(List.of(reply(1, 30), reply(2, 42), reply(3, 120)), done)
                .orElseThrow()
                .z();
        assertThat(slow).isCloseTo(quick, within(1e-9));
    }

    @Test
    void asking_again_how_to_do_what_had_worked_lowers_the_estimate_a_little() {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        var worked = new LedgerEntry(now.minus(Duration.ofDays(5)), "web", "wifi_password", null, Outcome.WORKED, null);
        var fault = new LedgerEntry(now.minus(Duration.ofDays(5)), "web", "internet_slow", null, Outcome.WORKED, null);
        assertThat(AptitudeFilter.estimate(Repetition.observe(List.of(worked), "wifi_password", 1, now), Band.UNKNOWN)
                        .mean())
                .isBetween(-0.3, -0.05);
        assertThat(Repetition.observe(List.of(fault), "internet_slow", 1, now)).isEmpty();
        assertThat(Repetition.observe(List.of(worked), "wifi_password", 1, now.plus(Duration.ofDays(40))))
                .isEmpty();
    }
}
