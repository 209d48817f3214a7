package io.attune.understanding.opennlp;

import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well predictions fit the truth. Shares run from 0 to 1; one of nothing is 0.
 *
 * @param accuracy over the rows in scope
 * @param oosRecall of the rows out of scope, the share that was told
 * @param oosPrecision of what was told to be out of scope, the share that is
 * @param macroF1 mean of the F1 of every label among the rows, out of scope included
 * @param ece expected calibration error over 15 bins of the confidence (Naeini et al. 2015), all rows
 * @param p50Ms median time of one classification
 * @param p99Ms the time that one in a hundred exceeds
 * @param n rows
 */
public record Evaluation(
        double accuracy,
        double oosRecall,
        double oosPrecision,
        double macroF1,
        double ece,
        double p50Ms,
        double p99Ms,
        int n) {
    private static final int BINS = 15;

    /** One row and what was made of it. */
    public record Prediction(Row row, RankedIntent told, long nanos) {
        boolean right() {
            return row.label().equals(told.intent());
        }
    }

    public static Evaluation of(List<Prediction> predictions) {
        int inScope = 0;
        int rightInScope = 0;
        int outside = 0;
        int told = 0;
        int rightOutside = 0;
        for (Prediction prediction : predictions) {
            boolean gold = prediction.row.label().equals(Understanding.OUT_OF_SCOPE);
            outside += gold ? 1 : 0;
            inScope += gold ? 0 : 1;
            rightInScope += !gold && prediction.right() ? 1 : 0;
            rightOutside += gold && prediction.right() ? 1 : 0;
            told += prediction.told.intent().equals(Understanding.OUT_OF_SCOPE) ? 1 : 0;
        }
        long[] nanos =
                predictions.stream().mapToLong(Prediction::nanos).sorted().toArray();
        return new Evaluation(
                share(rightInScope, inScope),
                share(rightOutside, outside),
                share(rightOutside, told),
                macroF1(predictions),
                calibrationError(predictions),
                at(nanos, 0.5),
                at(nanos, 0.99),
                predictions.size());
    }

    private static double macroF1(List<Prediction> predictions) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Prediction prediction : predictions) {
            int[] gold = counts.computeIfAbsent(prediction.row.label(), label -> new int[3]);
            gold[0]++;
            int[] told = counts.computeIfAbsent(prediction.told.intent(), label -> new int[3]);
            told[1]++;
            told[2] += prediction.right() ? 1 : 0;
        }
        return counts.values().stream()
                .filter(count -> count[0] > 0)
                .mapToDouble(count -> 2.0 * count[2] / (count[0] + count[1]))
                .average()
                .orElse(0);
    }

    private static double calibrationError(List<Prediction> predictions) {
        double[] gap = new double[BINS];
        for (Prediction prediction : predictions) {
            double confidence = prediction.told.confidence();
            gap[Math.min(BINS - 1, (int) (confidence * BINS))] += confidence - (prediction.right() ? 1 : 0);
        }
        return predictions.isEmpty() ? 0 : Arrays.stream(gap).map(Math::abs).sum() / predictions.size();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * quantile)] / 1e6;
    }
}
