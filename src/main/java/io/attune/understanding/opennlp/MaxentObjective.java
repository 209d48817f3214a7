package io.attune.understanding.opennlp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Mean cross-entropy of a maximum-entropy model plus half of {@code lambda} times the squared weights. Weights lie feature
 * by feature, outcomes next to each other. Work is shared by rows, then by features, so that every sum runs in one order
 * whatever the number of cores.
 */
final class MaxentObjective implements Lbfgs.Objective {
    private static final int PARTS = 8;

    private final int[][] contexts;
    private final float[][] values;
    private final int[] gold;
    private final float[] times;
    private final int features;
    private final int outcomes;
    private final double lambda;
    private final float[] errors;
    private final double total;

    /**
     * @param contexts the features of each row, ascending
     * @param values their values
     * @param gold the outcome of each row
     * @param times how often each row was seen
     */
    MaxentObjective(
            int[][] contexts, float[][] values, int[] gold, float[] times, int features, int outcomes, double lambda) {
        this.contexts = contexts;
        this.values = values;
        this.gold = gold;
        this.times = times;
        this.features = features;
        this.outcomes = outcomes;
        this.lambda = lambda;
        this.errors = new float[contexts.length * outcomes];
        double sum = 0;
        for (float count : times) {
            sum += count;
        }
        this.total = sum;
    }

    @Override
    public int dimension() {
        return features * outcomes;
    }

    @Override
    public double evaluate(float[] point, float[] gradient) {
        double[] losses = new double[PARTS];
        IntStream.range(0, PARTS).parallel().forEach(part -> losses[part] = errorsOf(part, point));
        double[] squares = new double[PARTS];
        IntStream.range(0, PARTS).parallel().forEach(part -> squares[part] = gradientOf(part, point, gradient));
        return Arrays.stream(losses).sum() / total
                + 0.5 * lambda * Arrays.stream(squares).sum();
    }

    /** Softmax less truth for the rows of this part; returns their summed loss. */
    private double errorsOf(int part, float[] point) {
        int from = (int) ((long) contexts.length * part / PARTS);
        int to = (int) ((long) contexts.length * (part + 1) / PARTS);
        double loss = 0;
        float[] scores = new float[outcomes];
        for (int row = from; row < to; row++) {
            Arrays.fill(scores, 0);
            int[] context = contexts[row];
            int i = 0;
            for (; i + 3 < context.length; i += 4) {
                addFour(point, context, values[row], i, scores);
            }
            for (; i < context.length; i++) {
                addScaled(point, context[i] * outcomes, values[row][i], scores);
            }
            loss += times[row] * softmaxLoss(scores, gold[row]);
            float weight = (float) (times[row] / total);
            int at = row * outcomes;
            for (int k = 0; k < outcomes; k++) {
                errors[at + k] = scores[k] * weight;
            }
            errors[at + gold[row]] -= weight;
        }
        return loss;
    }

    /** Four features at a time: the scores are fetched and stored a quarter as often. */
    private void addFour(float[] weights, int[] context, float[] values, int i, float[] scores) {
        int a = context[i] * outcomes;
        int b = context[i + 1] * outcomes;
        int c = context[i + 2] * outcomes;
        int d = context[i + 3] * outcomes;
        float va = values[i];
        float vb = values[i + 1];
        float vc = values[i + 2];
        float vd = values[i + 3];
        for (int k = 0; k < scores.length; k++) {
            scores[k] += weights[a + k] * va + weights[b + k] * vb + weights[c + k] * vc + weights[d + k] * vd;
        }
    }

    private static void addScaled(float[] weights, int at, float value, float[] scores) {
        for (int k = 0; k < scores.length; k++) {
            scores[k] += weights[at + k] * value;
        }
    }

    /** Turns scores into probabilities in place and returns the loss of the gold outcome. */
    private static double softmaxLoss(float[] scores, int gold) {
        float max = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        double loss = max - scores[gold];
        for (int k = 0; k < scores.length; k++) {
            double e = StrictMath.exp(scores[k] - max);
            scores[k] = (float) e;
            sum += e;
        }
        float inverse = (float) (1 / sum);
        for (int k = 0; k < scores.length; k++) {
            scores[k] *= inverse;
        }
        return loss + StrictMath.log(sum);
    }

    /** The gradient of the features of this part; returns the sum of their squared weights. */
    private double gradientOf(int part, float[] point, float[] gradient) {
        int from = (int) ((long) features * part / PARTS);
        int to = (int) ((long) features * (part + 1) / PARTS);
        double squares = 0;
        float decay = (float) lambda;
        for (int i = from * outcomes; i < to * outcomes; i++) {
            gradient[i] = decay * point[i];
            squares += (double) point[i] * point[i];
        }
        for (int row = 0; row < contexts.length; row++) {
            int[] context = contexts[row];
            int at = Arrays.binarySearch(context, from);
            for (int i = at < 0 ? -at - 1 : at; i < context.length && context[i] < to; i++) {
                addError(row * outcomes, values[row][i], gradient, context[i] * outcomes);
            }
        }
        return squares;
    }

    private void addError(int row, float value, float[] gradient, int at) {
        for (int k = 0; k < outcomes; k++) {
            gradient[at + k] += errors[row + k] * value;
        }
    }
}
