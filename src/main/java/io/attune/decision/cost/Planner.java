package io.attune.decision.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Picks the next step of least expected cost: a look ahead of a few steps over questions, remedies and the handover, and
 * behind them the greedy order of remedies by chance per cost, stopped where handing over is cheaper (Heckerman, Breese
 * and Rommelse 1995, Decision-Theoretic Troubleshooting).
 */
public final class Planner {
    private static final double HARDLY = 1e-9;

    /**
     * A remedy that saves less than this share of its cost, even if everything it cures went to an agent otherwise, is not
     * looked into.
     */
    private static final double WORTHWHILE = .7;

    private final Problem problem;
    private final int depth;

    /** @param depth steps looked ahead before the greedy estimate takes over; 0 is purely greedy */
    public Planner(Problem problem, int depth) {
        this.problem = problem;
        this.depth = depth;
    }

    public Plan best() {
        return best(problem.belief(), 0, 0);
    }

    /**
     * @param asked facts that are settled, a bit each
     * @param tried remedies that are settled, a bit each
     */
    public Plan best(double[] belief, int asked, int tried) {
        Step step = new Step.HandOver();
        double least = problem.handoverCost();
        for (int r = 0; r < problem.remedies(); r++) {
            double cost = tryCost(belief, asked, tried, r, depth, least);
            if (cost < least - HARDLY) {
                least = cost;
                step = new Step.Try(r);
            }
        }
        for (int f = 0; f < problem.facts(); f++) {
            double cost = askCost(belief, asked, tried, f, depth, least);
            if (cost < least - HARDLY) {
                least = cost;
                step = new Step.Ask(f);
            }
        }
        return plan(step, least);
    }

    /**
     * Every step there is with what it is expected to cost, cheapest first: the first is the {@link #best}. Handing over is among
     * them, remedies that are not worth a look are not. Dearer than {@code best}, which stops at what cannot win.
     */
    public List<Plan> options() {
        double[] belief = problem.belief();
        var options = new ArrayList<Plan>();
        options.add(plan(new Step.HandOver(), problem.handoverCost()));
        for (int r = 0; r < problem.remedies(); r++) {
            options.add(plan(new Step.Try(r), tryCost(belief, 0, 0, r, depth, Double.POSITIVE_INFINITY)));
        }
        for (int f = 0; f < problem.facts(); f++) {
            options.add(plan(new Step.Ask(f), askCost(belief, 0, 0, f, depth, Double.POSITIVE_INFINITY)));
        }
        options.removeIf(option -> Double.isInfinite(option.cost()));
        options.sort(Comparator.comparingDouble(Plan::cost));
        return List.copyOf(options);
    }

    private Plan plan(Step step, double cost) {
        return new Plan(step, cost, problem.handoverCost());
    }

    private double value(double[] belief, int asked, int tried, int left) {
        double least = greedy(belief, tried);
        if (left == 0) {
            return least;
        }
        for (int r = 0; r < problem.remedies(); r++) {
            least = Math.min(least, tryCost(belief, asked, tried, r, left, least));
        }
        for (int f = 0; f < problem.facts(); f++) {
            least = Math.min(least, askCost(belief, asked, tried, f, left, least));
        }
        return least;
    }

    private double tryCost(double[] belief, int asked, int tried, int r, int left, double bound) {
        if ((tried >> r & 1) != 0 || problem.tryCost()[r] >= bound) {
            return Double.POSITIVE_INFINITY;
        }
        double chance = Problem.chance(belief, problem.cure()[r]);
        if (chance * problem.handoverCost() < WORTHWHILE * problem.tryCost()[r]) {
            return Double.POSITIVE_INFINITY;
        }
        double[] next = Problem.afterFailure(belief, problem.cure()[r]);
        return problem.tryCost()[r] + (1 - chance) * value(next, asked, tried | 1 << r, Math.max(0, left - 1));
    }

    private double askCost(double[] belief, int asked, int tried, int f, int left, double bound) {
        if ((asked >> f & 1) != 0 || problem.askCost()[f] >= bound) {
            return Double.POSITIVE_INFINITY;
        }
        double cost = problem.askCost()[f];
        for (double[] likelihood : problem.likelihood()[f]) {
            double chance = Problem.chance(belief, likelihood);
            if (chance > HARDLY) {
                double[] next = Problem.afterSeeing(belief, likelihood);
                cost += chance * value(next, asked | 1 << f, tried, Math.max(0, left - 1));
                if (cost >= bound) {
                    return cost;
                }
            }
        }
        return cost;
    }

    /** Remedies alone, best chance per cost first, up to where handing over is cheaper. */
    private double greedy(double[] start, int triedBefore) {
        double[] weight = start.clone();
        int tried = triedBefore;
        double alive = 1;
        double spent = 0;
        double least = problem.handoverCost();
        while (true) {
            int next = mostChancePerCost(weight, tried);
            if (next < 0 || spent >= least) {
                return least;
            }
            spent += alive * problem.tryCost()[next];
            double[] cure = problem.cure()[next];
            alive = 0;
            for (int c = 0; c < weight.length; c++) {
                weight[c] *= 1 - cure[c];
                alive += weight[c];
            }
            tried |= 1 << next;
            least = Math.min(least, spent + alive * problem.handoverCost());
        }
    }

    private int mostChancePerCost(double[] weight, int tried) {
        int best = -1;
        double most = HARDLY;
        for (int r = 0; r < problem.remedies(); r++) {
            if ((tried >> r & 1) == 0) {
                double rate = Problem.chance(weight, problem.cure()[r]) / problem.tryCost()[r];
                if (rate > most) {
                    most = rate;
                    best = r;
                }
            }
        }
        return best;
    }
}
