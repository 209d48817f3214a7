package io.attune.understanding.opennlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS with a backtracking line search (Nocedal and Wright 2006, algorithms 7.4 and 3.1), for smooth convex
 * functions of many variables. Deterministic: sums run in a fixed order.
 */
final class Lbfgs {
    /** A function and its gradient. */
    interface Objective {
        int dimension();

        /** Returns the value at {@code point} and writes the gradient there. */
        double evaluate(float[] point, float[] gradient);
    }

    private record Pair(float[] step, float[] change, double rho) {}

    private static final int MEMORY = 6;
    private static final double SUFFICIENT = 1e-4;
    private static final double ENOUGH = 1e-5;

    private final Deque<Pair> pairs = new ArrayDeque<>();

    /** Returns the best point found within {@code iterations}, beginning at zero. */
    float[] minimize(Objective objective, int iterations) {
        int n = objective.dimension();
        float[] point = new float[n];
        float[] gradient = new float[n];
        double value = objective.evaluate(point, gradient);
        float[] next = new float[n];
        float[] nextGradient = new float[n];
        for (int i = 0; i < iterations; i++) {
            float[] direction = direction(gradient);
            double slope = dot(direction, gradient);
            double length = pairs.isEmpty() ? 1 / Math.max(1e-12, StrictMath.sqrt(dot(gradient, gradient))) : 1;
            double nextValue = value;
            boolean found = false;
            for (int attempt = 0; attempt < 20 && !found; attempt++, length *= 0.5) {
                along(point, direction, (float) length, next);
                nextValue = objective.evaluate(next, nextGradient);
                found = nextValue <= value + SUFFICIENT * length * slope;
            }
            if (!found) {
                return point;
            }
            remember(point, next, gradient, nextGradient);
            boolean done = value - nextValue < ENOUGH * Math.max(1e-3, Math.abs(value)) && i > 3;
            float[] swap = point;
            point = next;
            next = swap;
            swap = gradient;
            gradient = nextGradient;
            nextGradient = swap;
            value = nextValue;
            if (done) {
                return point;
            }
        }
        return point;
    }

    private void remember(float[] from, float[] to, float[] gradientFrom, float[] gradientTo) {
        Pair oldest = pairs.size() == MEMORY ? pairs.removeLast() : null;
        float[] step = oldest == null ? new float[from.length] : oldest.step;
        float[] change = oldest == null ? new float[from.length] : oldest.change;
        for (int i = 0; i < from.length; i++) {
            step[i] = to[i] - from[i];
            change[i] = gradientTo[i] - gradientFrom[i];
        }
        double curvature = dot(step, change);
        if (curvature > 1e-12) {
            pairs.addFirst(new Pair(step, change, 1 / curvature));
        }
    }

    private float[] direction(float[] gradient) {
        float[] direction = gradient.clone();
        double[] alpha = new double[pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            alpha[i] = pair.rho * dot(pair.step, direction);
            add(direction, pair.change, (float) -alpha[i]);
            i++;
        }
        if (!pairs.isEmpty()) {
            Pair latest = pairs.peekFirst();
            scale(direction, (float) (1 / (latest.rho * dot(latest.change, latest.change))));
        }
        for (Iterator<Pair> oldestFirst = pairs.descendingIterator(); oldestFirst.hasNext(); ) {
            Pair pair = oldestFirst.next();
            double beta = pair.rho * dot(pair.change, direction);
            add(direction, pair.step, (float) (alpha[--i] - beta));
        }
        scale(direction, -1);
        return direction;
    }

    private static void along(float[] point, float[] direction, float length, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = point[i] + length * direction[i];
        }
    }

    private static void add(float[] to, float[] what, float times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(float[] vector, float times) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= times;
        }
    }

    private static double dot(float[] a, float[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += (double) a[i] * b[i];
            s1 += (double) a[i + 1] * b[i + 1];
            s2 += (double) a[i + 2] * b[i + 2];
            s3 += (double) a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += (double) a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }
}
