package io.attune.understanding.opennlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What turns logits into chances that can be believed: a temperature (Guo et al. 2017), a gate and its threshold, all
 * fitted on rows that the model was not trained on.
 *
 * @param temperature divides the logits
 * @param gate the chance of being out of scope
 * @param threshold from which chance on a text is answered as out of scope
 */
record Calibration(double temperature, Gate gate, double threshold) {
    /** How much a point of in-scope accuracy is worth against a point of out-of-scope recall. */
    private static final double ACCURACY_SHARE = 0.9;

    private static final double WEIGHT_OUTSIDE = 3;

    /**
     * A row that the model has not seen.
     *
     * @param gold its outcome, or -1 for a label that the model does not have
     * @param isOutside whether its label is out of scope
     */
    record Unseen(IntentModel.Scores scores, Signals.@Nullable Neighbours neighbours, int gold, boolean isOutside) {}

    /**
     * With no row out of scope, the gate stays open.
     *
     * @param outside index of the out-of-scope outcome, or -1 when the model has none
     */
    static Calibration fit(List<Unseen> rows, int outside) {
        List<Unseen> inScope =
                rows.stream().filter(row -> !row.isOutside && row.gold >= 0).toList();
        if (inScope.isEmpty()) {
            return new Calibration(1, Gate.open(), 2);
        }
        double temperature = Math.exp(minimum(
                t -> inScope.stream()
                        .mapToDouble(row -> loss(row, outside, Math.exp(t)))
                        .sum(),
                -3,
                3));
        List<Signals> signals = rows.stream()
                .map(row -> Signals.of(row.scores, outside, temperature, row.neighbours))
                .toList();
        List<Boolean> isOutside = rows.stream().map(Unseen::isOutside).toList();
        if (!isOutside.contains(true)) {
            return new Calibration(temperature, Gate.open(), 2);
        }
        Gate gate = Gate.fit(signals.stream().map(Signals::features).toList(), isOutside, WEIGHT_OUTSIDE);
        return new Calibration(temperature, gate, threshold(rows, signals, gate));
    }

    private static double loss(Unseen row, int outside, double temperature) {
        Signals signals = Signals.of(row.scores, outside, temperature, null);
        return -Math.log(Math.max(1e-12, signals.inScope()[row.gold]));
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
        double threshold = 2;
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

    @Override
    public String toString() {
        return "Calibration[T=%.3f, gate=%s %.3f, threshold=%.3f]"
                .formatted(temperature, Arrays.toString(gate.weights()), gate.offset(), threshold);
    }
}
