package io.attune.decision.policy;

import io.attune.decision.policy.HandoffSettings.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * How far chances come true: outcomes in ten bins by their chance.
 *
 * @param error expected calibration error: the mean distance between chance and share, by outcomes
 * @param brier mean squared error of the chances
 */
public record Reliability(List<Bin> bins, double error, double brier) {
    private static final int BINS = 10;

    /**
     * @param count outcomes in it
     * @param chance their mean chance to fail
     * @param share of them that failed
     */
    public record Bin(int count, double chance, double share) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    public static Reliability of(List<Outcome> outcomes, Weights weights) {
        int[] count = new int[BINS];
        double[] chances = new double[BINS];
        int[] failed = new int[BINS];
        double squares = 0;
        for (Outcome outcome : outcomes) {
            double chance = WeightsFit.probability(outcome, weights);
            int bin = Math.min(BINS - 1, (int) (chance * BINS));
            count[bin]++;
            chances[bin] += chance;
            failed[bin] += outcome.failed() ? 1 : 0;
            squares += Math.pow(chance - (outcome.failed() ? 1 : 0), 2);
        }
        var bins = new ArrayList<Bin>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            double mean = count[i] == 0 ? 0 : chances[i] / count[i];
            double share = count[i] == 0 ? 0 : failed[i] / (double) count[i];
            bins.add(new Bin(count[i], mean, share));
            error += count[i] * Math.abs(mean - share);
        }
        int all = Math.max(1, outcomes.size());
        return new Reliability(bins, error / all, squares / all);
    }
}
