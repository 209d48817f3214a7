package io.attune.decision.cost;

import java.util.HashMap;
import java.util.Map;

/** The least expected cost there is, by exhaustive search over everything that can be asked, seen and tried. */
final class Optimum {
    private final Problem problem;
    private final Map<Long, Double> known = new HashMap<>();

    Optimum(Problem problem) {
        this.problem = problem;
    }

    double cost() {
        return cost(problem.belief(), 0, 0, 0);
    }

    private double cost(double[] belief, int asked, int tried, long seen) {
        long state = seen << 8 | tried;
        Double before = known.get(state);
        if (before != null) {
            return before;
        }
        double least = problem.handoverCost();
        for (int r = 0; r < problem.remedies(); r++) {
            double chance = Problem.chance(belief, problem.cure()[r]);
            if ((tried >> r & 1) == 0 && chance > 1e-9 && problem.tryCost()[r] < least) {
                double[] next = Problem.afterFailure(belief, problem.cure()[r]);
                least = Math.min(least, problem.tryCost()[r] + (1 - chance) * cost(next, asked, tried | 1 << r, seen));
            }
        }
        for (int f = 0; f < problem.facts(); f++) {
            if ((asked >> f & 1) == 0 && problem.askCost()[f] < least) {
                least = Math.min(least, asking(belief, asked, tried, seen, f));
            }
        }
        known.put(state, least);
        return least;
    }

    private double asking(double[] belief, int asked, int tried, long seen, int f) {
        double cost = problem.askCost()[f];
        double[][] values = problem.likelihood()[f];
        for (int v = 0; v < values.length; v++) {
            double chance = Problem.chance(belief, values[v]);
            if (chance > 1e-9) {
                double[] next = Problem.afterSeeing(belief, values[v]);
                cost += chance * cost(next, asked | 1 << f, tried, seen | (long) (v + 1) << 3 * f);
            }
        }
        return cost;
    }
}
