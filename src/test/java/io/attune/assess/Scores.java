package io.attune.assess;

import io.attune.aptitude.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well estimates agree with the truth.
 *
 * @param first rank correlation after one message of the customer
 * @param second after two
 * @param all after the last
 * @param decided share of conversations that end in the low or the high band
 * @param opposite share of those whose truth lies on the other side, at least half a logit from the middle
 * @param within share of truths inside the 80 % interval
 */
record Scores(int n, double first, double second, double all, double decided, double opposite, double within) {
    static Scores of(List<Rated> cases, Assessor assessor) {
        double[] truth = cases.stream().mapToDouble(Rated::truth).toArray();
        List<List<Assessed.Turn>> answers = cases.stream()
                .map(one -> assessor.assess(one.transcript()).turns())
                .toList();
        int decided = 0;
        int opposite = 0;
        int within = 0;
        for (int i = 0; i < truth.length; i++) {
            var last = answers.get(i).getLast().aptitude();
            boolean low = last.band() == Band.LOW;
            boolean high = last.band() == Band.HIGH;
            decided += low || high ? 1 : 0;
            opposite += (low && truth[i] > 0.5) || (high && truth[i] < -0.5) ? 1 : 0;
            within += Math.abs(truth[i] - last.mean()) <= 1.2816 * last.sd() ? 1 : 0;
        }
        return new Scores(
                truth.length,
                spearman(truth, after(answers, 1)),
                spearman(truth, after(answers, 2)),
                spearman(truth, after(answers, 1000)),
                decided / (double) truth.length,
                decided == 0 ? 0 : opposite / (double) decided,
                within / (double) truth.length);
    }

    private static double[] after(List<List<Assessed.Turn>> answers, int messages) {
        return answers.stream()
                .mapToDouble(turns -> turns.get(Math.min(messages, turns.size()) - 1)
                        .aptitude()
                        .mean())
                .toArray();
    }

    static double spearman(double[] one, double[] other) {
        double[] a = ranks(one);
        double[] b = ranks(other);
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = 0;
        double varA = 0;
        double varB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            varA += (a[i] - meanA) * (a[i] - meanA);
            varB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(varA * varB);
    }

    /** Equal values share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.size()) {
            int to = from;
            while (to + 1 < order.size() && values[order.get(to + 1)] == values[order.get(from)]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order.get(i)] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }

    /** @param mean distance between the estimates of a customer and of their twin; @param most the greatest */
    record Shift(double mean, double most, String where) {
        static Shift of(List<Rated> cases, Twins twins, Assessor assessor) {
            double sum = 0;
            double most = 0;
            String where = "";
            for (Rated one : cases) {
                double shift = Math.abs(last(one, assessor) - last(twins.of(one), assessor));
                sum += shift;
                if (shift > most) {
                    most = shift;
                    where = one.name();
                }
            }
            return new Shift(sum / cases.size(), most, where);
        }

        private static double last(Rated one, Assessor assessor) {
            return assessor.assess(one.transcript())
                    .turns()
                    .getLast()
                    .aptitude()
                    .mean();
        }
    }
}
