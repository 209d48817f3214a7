package io.attune.handoff.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How well waits are foretold: a simulated hall of places with the spread of handling times that care centres have. */
class WaitEstimateTest {
    private static final double MEAN_SECONDS = 300;

    private record Told(double told, double waited) {
        double error() {
            return Math.abs(told - waited) / waited;
        }
    }

    @Test
    void waits_are_foretold_within_a_quarter_for_four_of_five_where_the_queue_is_long() {
        List<Told> told = run(40, 1.04, 4000, new Random(7));
        List<Told> longer = told.stream().filter(one -> one.waited() >= 300).toList();
        double p80 = percentile(longer.stream().map(Told::error).toList(), .8);
        double absolute = percentile(
                told.stream().map(one -> Math.abs(one.told() - one.waited())).toList(), .8);
        System.out.printf(
                "waits of five minutes and more: %d of %d, error at the 80th percentile %.1f %%; of all: %.0f s%n",
                longer.size(), told.size(), 100 * p80, absolute);
        assertThat(longer).hasSizeGreaterThan(500);
        assertThat(p80).isLessThanOrEqualTo(.25);
    }

    @Test
    void short_waits_are_foretold_within_a_minute() {
        List<Told> told = run(40, .97, 4000, new Random(11));
        double absolute = percentile(
                told.stream().map(one -> Math.abs(one.told() - one.waited())).toList(), .8);
        System.out.printf("a hall at 97 %%: %d waits, error at the 80th percentile %.0f s%n", told.size(), absolute);
        assertThat(absolute).isLessThan(60);
    }

    @Test
    void a_free_place_means_no_wait() {
        assertThat(WaitEstimate.of(0, 1, 4, Duration.ofMinutes(6))).isZero();
        assertThat(WaitEstimate.of(3, 0, 4, Duration.ofMinutes(6))).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void little_measured_is_drawn_to_what_is_expected() {
        Duration one = WaitEstimate.handling(List.of(Duration.ofMinutes(17)), Duration.ofMinutes(6));
        assertThat(one).isEqualTo(Duration.ofMinutes(7));
    }

    /** Each customer is told on arrival what a server that has measured the last 200 would tell. */
    private static List<Told> run(int places, double load, int customers, Random chance) {
        var told = new ArrayList<Told>();
        var busyUntil = new PriorityQueue<Double>();
        var queue = new ArrayDeque<double[]>();
        var measured = new ArrayDeque<Duration>();
        double now = 0;
        for (int i = 0; i < customers; i++) {
            now += -Math.log(1 - chance.nextDouble()) * MEAN_SECONDS / places / load;
            serve(now, places, busyUntil, queue, measured, told, chance);
            int free = places - busyUntil.size();
            Duration handling = WaitEstimate.handling(List.copyOf(measured), Duration.ofMinutes(6));
            double expected =
                    WaitEstimate.of(queue.size(), free, places, handling).toMillis() / 1000.0;
            queue.add(new double[] {now, expected});
            serve(now, places, busyUntil, queue, measured, told, chance);
        }
        return told;
    }

    /** What happens up to {@code now}: places come free, and the first in line takes each. */
    private static void serve(
            double now,
            int places,
            PriorityQueue<Double> busyUntil,
            ArrayDeque<double[]> queue,
            ArrayDeque<Duration> measured,
            List<Told> told,
            Random chance) {
        while (true) {
            boolean full = busyUntil.size() >= places;
            double at = full ? busyUntil.peek() : now;
            if (at > now || (!full && queue.isEmpty())) {
                break;
            }
            if (full) {
                busyUntil.poll();
            }
            if (!queue.isEmpty()) {
                double[] next = queue.poll();
                double from = Math.max(at, next[0]);
                double handling = MEAN_SECONDS * Math.exp(.6 * chance.nextGaussian() - .18);
                busyUntil.add(from + handling);
                measured.add(Duration.ofMillis((long) (handling * 1000)));
                if (measured.size() > 200) {
                    measured.poll();
                }
                if (from > next[0]) {
                    told.add(new Told(next[1], from - next[0]));
                }
            }
        }
        while (!busyUntil.isEmpty() && busyUntil.peek() <= now) {
            busyUntil.poll();
        }
    }

    private static double percentile(List<Double> values, double at) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(at * sorted.size())));
    }
}
