package io.attune.decision.policy;

import io.attune.decision.policy.HandoffSettings.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Fits the weights to outcomes: logistic regression by Newton's method, held to the weights it began with by an L2 penalty, so
 * that few outcomes change little; then slope and shift (Platt) on outcomes that the weights have not seen.
 */
public final class WeightsFit {
    private static final int ROUNDS = 30;
    private static final double RIDGE = 1e-9;

    private WeightsFit() {}

    /**
     * @param penalty of a unit's distance from the weights before, in outcomes; above 0
     * @param progress is told each round, from 1
     * @return with slope 1 and shift 0
     */
    public static Weights fit(List<Outcome> outcomes, Weights before, double penalty, IntConsumer progress) {
        Feature[] features = Feature.values();
        double[] start = new double[features.length + 1];
        start[0] = before.bias();
        for (Feature feature : features) {
            start[feature.ordinal() + 1] = before.of(feature);
        }
        double[][] rows = new double[outcomes.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(outcomes.get(i), features.length);
        }
        double[] fitted = newton(rows, failures(outcomes), start, penalty, progress);
        Map<Feature, Double> each = new EnumMap<>(Feature.class);
        for (Feature feature : features) {
            each.put(feature, fitted[feature.ordinal() + 1]);
        }
        return new Weights(fitted[0], each, 1, 0);
    }

    /** The same weights with the slope and the shift that make their chances come true. */
    public static Weights calibrate(List<Outcome> outcomes, Weights weights) {
        double[][] rows = new double[outcomes.size()][];
        Weights bare = new Weights(weights.bias(), weights.each(), 1, 0);
        for (int i = 0; i < rows.length; i++) {
            rows[i] =
                    new double[] {1, Chance.of(outcomes.get(i).features(), bare).logOdds()};
        }
        double[] fitted = newton(rows, failures(outcomes), new double[] {0, 1}, 1, round -> {});
        return new Weights(weights.bias(), weights.each(), Math.clamp(fitted[1], .05, 20), fitted[0]);
    }

    /** The chance that the bot fails, as these weights have it. */
    public static double probability(Outcome outcome, Weights weights) {
        return Chance.of(outcome.features(), weights).probability();
    }

    private static double[] row(Outcome outcome, int features) {
        double[] row = new double[features + 1];
        row[0] = 1;
        outcome.features().forEach((feature, size) -> row[feature.ordinal() + 1] = size);
        return row;
    }

    private static boolean[] failures(List<Outcome> outcomes) {
        boolean[] failed = new boolean[outcomes.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = outcomes.get(i).failed();
        }
        return failed;
    }

    private static double[] newton(
            double[][] rows, boolean[] failed, double[] start, double penalty, IntConsumer progress) {
        int n = start.length;
        double[] at = start.clone();
        for (int round = 1; round <= ROUNDS; round++) {
            double[][] system = new double[n][n + 1];
            for (int j = 0; j < n; j++) {
                system[j][j] = penalty + RIDGE;
                system[j][n] = penalty * (start[j] - at[j]);
            }
            for (int i = 0; i < rows.length; i++) {
                add(rows[i], failed[i], at, system);
            }
            double[] step = solve(system);
            double furthest = 0;
            for (int j = 0; j < n; j++) {
                at[j] += Math.clamp(step[j], -2, 2);
                furthest = Math.max(furthest, Math.abs(step[j]));
            }
            progress.accept(round);
            if (furthest < 1e-8) {
                return at;
            }
        }
        return at;
    }

    private static void add(double[] row, boolean failed, double[] at, double[][] system) {
        int n = at.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += row[j] * at[j];
        }
        double chance = 1 / (1 + Math.exp(-sum));
        double weight = chance * (1 - chance);
        for (int j = 0; j < n; j++) {
            if (row[j] != 0) {
                system[j][n] += ((failed ? 1 : 0) - chance) * row[j];
                for (int k = 0; k < n; k++) {
                    system[j][k] += weight * row[j] * row[k];
                }
            }
        }
    }

    /** Gauss with pivots; the penalty keeps the system positive definite. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int j = i + 1; j < n; j++) {
                pivot = Math.abs(system[j][i]) > Math.abs(system[pivot][i]) ? j : pivot;
            }
            double[] swapped = system[i];
            system[i] = system[pivot];
            system[pivot] = swapped;
            for (int j = 0; j < n; j++) {
                double share = j == i ? 0 : system[j][i] / system[i][i];
                for (int k = i; share != 0 && k <= n; k++) {
                    system[j][k] -= share * system[i][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}
