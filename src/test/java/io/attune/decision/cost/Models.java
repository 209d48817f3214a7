package io.attune.decision.cost;

import java.util.Random;

/** Random troubleshooting problems, and what policies cost on them, computed exactly. */
final class Models {
    private Models() {}

    static Problem random(Random chance, int mostCauses, int mostRemedies, int mostFacts) {
        int causes = 2 + chance.nextInt(mostCauses - 1);
        double[][][] likelihood = new double[chance.nextInt(mostFacts + 1)][][];
        double[] ask = new double[likelihood.length];
        for (int f = 0; f < likelihood.length; f++) {
            likelihood[f] = table(chance, 2 + chance.nextInt(2), causes);
            ask[f] = .2 + 2 * chance.nextDouble();
        }
        double[][] cure = new double[1 + chance.nextInt(mostRemedies)][causes];
        double[] cost = new double[cure.length];
        for (int r = 0; r < cure.length; r++) {
            for (int c = 0; c < causes; c++) {
                cure[r][c] = chance.nextDouble() < .3
                        ? .3 + .6 * chance.nextDouble()
                        : chance.nextDouble() < .3 ? .1 * chance.nextDouble() : 0;
            }
            cost[r] = 1 + 9 * chance.nextDouble();
        }
        return new Problem(prior(chance, causes), likelihood, ask, cure, cost, 8 + 22 * chance.nextDouble());
    }

    /** One remedy for each cause, and a cheap fact that nearly names the cause. */
    static Problem informative(Random chance, int causes) {
        double[][][] likelihood = {new double[causes][causes]};
        double[][] cure = new double[causes][causes];
        double[] cost = new double[causes];
        for (int v = 0; v < causes; v++) {
            for (int c = 0; c < causes; c++) {
                likelihood[0][v][c] = v == c ? .9 : .1 / (causes - 1);
            }
            cure[v][v] = .8 + .15 * chance.nextDouble();
            cost[v] = 3 + 4 * chance.nextDouble();
        }
        return new Problem(prior(chance, causes), likelihood, new double[] {.5}, cure, cost, 40);
    }

    private static double[] prior(Random chance, int causes) {
        double[] prior = new double[causes];
        for (int c = 0; c < causes; c++) {
            prior[c] = -Math.log(chance.nextDouble());
        }
        return Problem.normalised(prior);
    }

    private static double[][] table(Random chance, int values, int causes) {
        double[][] table = new double[values][causes];
        for (int c = 0; c < causes; c++) {
            double sum = 0;
            double sharpness = 1 + 3 * chance.nextDouble();
            for (int v = 0; v < values; v++) {
                table[v][c] = Math.pow(chance.nextDouble(), sharpness) + .01;
                sum += table[v][c];
            }
            for (int v = 0; v < values; v++) {
                table[v][c] /= sum;
            }
        }
        return table;
    }

    /** What it costs in the mean to follow the planner to the end. */
    static double costOf(Problem problem, int depth) {
        return follow(problem, new Planner(problem, depth), problem.belief(), 0, 0);
    }

    private static double follow(Problem problem, Planner planner, double[] belief, int asked, int tried) {
        return switch (planner.best(belief, asked, tried).step()) {
            case Step.HandOver() -> problem.handoverCost();
            case Step.Try(int r) -> {
                double chance = Problem.chance(belief, problem.cure()[r]);
                double[] next = Problem.afterFailure(belief, problem.cure()[r]);
                yield problem.tryCost()[r] + (1 - chance) * follow(problem, planner, next, asked, tried | 1 << r);
            }
            case Step.Ask(int f) -> {
                double cost = problem.askCost()[f];
                for (double[] likelihood : problem.likelihood()[f]) {
                    double chance = Problem.chance(belief, likelihood);
                    if (chance > 1e-9) {
                        double[] next = Problem.afterSeeing(belief, likelihood);
                        cost += chance * follow(problem, planner, next, asked | 1 << f, tried);
                    }
                }
                yield cost;
            }
        };
    }

    /**
     * The cheapest order of remedies that asks nothing, with the best place to stop, over all orders. What failing leaves to
     * believe does not depend on the order, so the least cost from each set of tried remedies on is worked out once: exact,
     * in {@code remedies * 2^remedies} steps.
     */
    static double bestFixedOrder(Problem problem) {
        int all = (1 << problem.remedies()) - 1;
        double[] least = new double[all + 1];
        for (int tried = all; tried >= 0; tried--) {
            double[] belief = afterFailing(problem, tried);
            least[tried] = problem.handoverCost();
            for (int r = 0; r < problem.remedies(); r++) {
                if ((tried >> r & 1) == 0) {
                    double chance = Problem.chance(belief, problem.cure()[r]);
                    least[tried] = Math.min(least[tried], problem.tryCost()[r] + (1 - chance) * least[tried | 1 << r]);
                }
            }
        }
        return least[0];
    }

    private static double[] afterFailing(Problem problem, int tried) {
        double[] belief = problem.belief().clone();
        for (int r = 0; r < problem.remedies(); r++) {
            if ((tried >> r & 1) != 0) {
                belief = Problem.afterFailure(belief, problem.cure()[r]);
            }
        }
        return belief;
    }

    /** The same without that shortcut: every order by itself. */
    static double bestOfAllOrders(Problem problem) {
        return tryAll(problem, problem.belief().clone(), 0);
    }

    private static double tryAll(Problem problem, double[] belief, int tried) {
        double least = problem.handoverCost();
        for (int r = 0; r < problem.remedies(); r++) {
            if ((tried >> r & 1) == 0) {
                double chance = Problem.chance(belief, problem.cure()[r]);
                double[] next = Problem.afterFailure(belief, problem.cure()[r]);
                least = Math.min(least, problem.tryCost()[r] + (1 - chance) * tryAll(problem, next, tried | 1 << r));
            }
        }
        return least;
    }
}
