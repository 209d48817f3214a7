package io.attune.understanding.opennlp;

import java.util.ArrayList;
import java.util.List;

/**
 * A logistic gate: the chance that a text is out of scope, from its {@link Signals}.
 *
 * @param weights one per signal
 * @param offset added to the weighted sum
 */
record Gate(double[] weights, double offset) {
    private static final double RIDGE = 1.0;
    private static final int STEPS = 25;

    /** A gate that lets everything in. */
    static Gate open() {
        return new Gate(new double[Signals.NAMES.size()], -20);
    }

    double outside(double[] features) {
        double sum = offset;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * The same gate with odds multiplied. Rows that counted for more than one made what they stand for look as much likelier:
     * dividing by their weight gives the chance back (King and Zeng 2001, prior correction).
     */
    Gate withOdds(double factor) {
        return new Gate(weights, offset + StrictMath.log(factor));
    }

    /**
     * Fitted by Newton's method on standardised signals with a ridge penalty. Rows in and out of scope count as given by
     * {@code weightOutside}: above 1 makes up for their being rare.
     */
    static Gate fit(List<double[]> features, List<Boolean> outside, double weightOutside) {
        int n = Signals.NAMES.size();
        double[] mean = new double[n];
        double[] deviation = new double[n];
        for (int i = 0; i < n; i++) {
            for (double[] row : features) {
                mean[i] += row[i] / features.size();
            }
            for (double[] row : features) {
                deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / features.size();
            }
            deviation[i] = Math.max(1e-6, StrictMath.sqrt(deviation[i]));
        }
        List<double[]> rows = new ArrayList<>();
        for (double[] row : features) {
            double[] scaled = new double[n + 1];
            for (int i = 0; i < n; i++) {
                scaled[i] = (row[i] - mean[i]) / deviation[i];
            }
            scaled[n] = 1;
            rows.add(scaled);
        }
        double[] w = newton(rows, outside, weightOutside);
        double[] weights = new double[n];
        double offset = w[n];
        for (int i = 0; i < n; i++) {
            weights[i] = w[i] / deviation[i];
            offset -= weights[i] * mean[i];
        }
        return new Gate(weights, offset);
    }

    private static double[] newton(List<double[]> rows, List<Boolean> outside, double weightOutside) {
        int n = rows.getFirst().length;
        double[] w = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] hessian = new double[n][n];
            double[] gradient = new double[n];
            for (int r = 0; r < rows.size(); r++) {
                double[] x = rows.get(r);
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += w[i] * x[i];
                }
                double p = 1 / (1 + StrictMath.exp(-sum));
                double y = outside.get(r) ? 1 : 0;
                double weight = outside.get(r) ? weightOutside : 1;
                for (int i = 0; i < n; i++) {
                    gradient[i] += weight * (y - p) * x[i];
                    for (int j = 0; j < n; j++) {
                        hessian[i][j] += weight * p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            for (int i = 0; i < n - 1; i++) {
                hessian[i][i] += RIDGE;
                gradient[i] -= RIDGE * w[i];
            }
            hessian[n - 1][n - 1] += 1e-6;
            double[] move = solve(hessian, gradient);
            for (int i = 0; i < n; i++) {
                w[i] += Math.clamp(move[i], -2, 2);
            }
        }
        return w;
    }

    /** Gaussian elimination with partial pivoting. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            double[] swapped = a[column];
            a[column] = a[pivot];
            a[pivot] = swapped;
            double value = b[column];
            b[column] = b[pivot];
            b[pivot] = value;
            for (int row = column + 1; row < n; row++) {
                double factor = a[row][column] / a[column][column];
                for (int k = column; k < n; k++) {
                    a[row][k] -= factor * a[column][k];
                }
                b[row] -= factor * b[column];
            }
        }
        double[] x = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = b[row];
            for (int k = row + 1; k < n; k++) {
                sum -= a[row][k] * x[k];
            }
            x[row] = sum / a[row][row];
        }
        return x;
    }
}
