package io.attune.understanding.opennlp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What turns logits into chances that can be believed: a temperature (Guo et al. 2017), the neighbours' say, a gate and its
 * threshold, all fitted on rows that the model was not trained on.
 *
 * @param temperature divides the logits
 * @param mix share of the neighbours' vote, 0..1
 * @param gate the chance of being out of scope
 * @param threshold from which chance on a text is answered as out of scope
 * @param sure from which confidence on this stage's answer stands without asking a dearer one; above 1: never
 */
record Calibration(double temperature, double mix, Gate gate, double threshold, double sure) {
    /** How much a point of in-scope accuracy is worth against a point of out-of-scope recall. */
    private static final double ACCURACY_SHARE = 0.95;

    private static final double WEIGHT_OUTSIDE = 3;
    private static final double[] MIXES = {0.2, 0.35, 0.5};
    static final double NEVER = 2;

    /**
     * A row that the model has not seen.
     *
     * @param gold its outcome, or -1 for a label that the model does not have
     * @param isOutside whether its label is out of scope
     */
    record Unseen(Signals.Seen seen, int gold, boolean isOutside) {}

    /** Neither shifts nor stops anything. */
    static Calibration none() {
        return new Calibration(1, 0, Gate.open(), NEVER, NEVER);
    }

    Calibration withSure(double confidence) {
        return new Calibration(temperature, mix, gate, threshold, confidence);
    }

    /**
     * With no row out of scope, the gate stays open.
     *
     * @param outside index of the out-of-scope outcome, or -1 when the model has none
     */
    static Calibration fit(List<Unseen> rows, int outside) {
        List<Unseen> inScope =
                rows.stream().filter(row -> !row.isOutside && row.gold >= 0).toList();
        if (inScope.isEmpty()) {
            return none();
        }
        double temperature = Math.exp(minimum(
                t -> inScope.stream()
                        .mapToDouble(row -> loss(row, outside, Math.exp(t)))
                        .sum(),
                -3,
                3));
        double mix = mix(inScope, outside, temperature);
        List<Signals> signals = rows.stream()
                .map(row -> Signals.of(row.seen, outside, temperature, mix))
                .toList();
        List<Boolean> isOutside = rows.stream().map(Unseen::isOutside).toList();
        if (!isOutside.contains(true)) {
            return new Calibration(temperature, mix, Gate.open(), NEVER, NEVER);
        }
        Gate gate = Gate.fit(signals.stream().map(Signals::features).toList(), isOutside, WEIGHT_OUTSIDE)
                .withOdds(1 / WEIGHT_OUTSIDE);
        return new Calibration(temperature, mix, gate, threshold(rows, signals, gate), NEVER);
    }

    private static double loss(Unseen row, int outside, double temperature) {
        Signals signals = Signals.of(row.seen, outside, temperature, 0);
        return -Math.log(Math.max(1e-12, signals.inScope()[row.gold]));
    }

    /** The mix with the most right answers; the neighbours must earn each step of their share by one row in a thousand. */
    private static double mix(List<Unseen> rows, int outside, double temperature) {
        double best = 0;
        double most = right(rows, outside, temperature, 0);
        for (double mix : MIXES) {
            double right = right(rows, outside, temperature, mix);
            if (right > most + 0.001 * rows.size()) {
                best = mix;
                most = right;
            }
        }
        return best;
    }

    private static double right(List<Unseen> rows, int outside, double temperature, double mix) {
        return rows.stream()
                .filter(row ->
                        top(Signals.of(row.seen, outside, temperature, mix).inScope()) == row.gold)
                .count();
    }

    private static double threshold(List<Unseen> rows, List<Signals> signals, Gate gate) {
        record Judged(double chance, boolean outside, boolean right) {}
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            judged.add(new Judged(
                    gate.outside(signals.get(i).features()),
                    rows.get(i).isOutside,
                    top(signals.get(i).inScope()) == rows.get(i).gold));
        }
        double inside = judged.stream().filter(row -> !row.outside).count();
        double outsiders = judged.size() - inside;
        judged.sort((a, b) -> Double.compare(b.chance, a.chance));
        double right = judged.stream().filter(row -> !row.outside && row.right).count();
        double caught = 0;
        double best = ACCURACY_SHARE * right / inside;
        double threshold = NEVER;
        for (int i = 0; i + 1 < judged.size(); i++) {
            Judged row = judged.get(i);
            right -= !row.outside && row.right ? 1 : 0;
            caught += row.outside ? 1 : 0;
            double value = ACCURACY_SHARE * right / inside + (1 - ACCURACY_SHARE) * caught / outsiders;
            if (value > best && row.chance > judged.get(i + 1).chance) {
                best = value;
                threshold = (row.chance + judged.get(i + 1).chance) / 2;
            }
        }
        return threshold;
    }

    static int top(double[] shares) {
        int best = 0;
        for (int k = 1; k < shares.length; k++) {
            best = shares[k] > shares[best] ? k : best;
        }
        return best;
    }

    /** Golden-section search. */
    private static double minimum(DoubleUnaryOperator function, double low, double high) {
        double ratio = (StrictMath.sqrt(5) - 1) / 2;
        double a = low;
        double b = high;
        for (int i = 0; i < 40; i++) {
            double left = b - ratio * (b - a);
            double right = a + ratio * (b - a);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                b = right;
            } else {
                a = left;
            }
        }
        return (a + b) / 2;
    }
}
