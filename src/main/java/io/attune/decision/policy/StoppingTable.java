package io.attune.decision.policy;

import io.attune.decision.policy.HandoffSettings.Costs;
import io.attune.decision.policy.HandoffSettings.Course;

/**
 * From which chance that the bot will fail handing over costs less than going on, for one cost of handing over and one of
 * failing: optimal stopping by backward induction.
 *
 * <p>A conversation is one that the bot can resolve, or one that it cannot; p is the chance of the latter. A turn more costs
 * {@code bot}, and {@code stuck} if it cannot. A conversation of the first kind ends well with chance {@code resolves}; in
 * one of the second kind the customer gives up with chance {@code givesUp}, which costs {@code failure}. Whoever stays tells
 * something by it, and by what they say: the log-odds move by ln((1-givesUp)/(1-resolves)) and by a normal step with mean
 * ±d²/2 and variance d², d = {@code evidence}. After the last turn the bot hands over. The value of waiting is
 * V(t,p) = min(handing over, going on); the threshold is where the two meet.
 */
final class StoppingTable {
    private static final double REACH = 7;
    private static final int POINTS = 141;

    /** A normal distribution in nine steps: places in standard deviations, and shares. */
    private static final int SIDES = 4;

    private static final double WIDTH = .7;
    private static final double[] SHARES = shares();

    private final double[] thresholds;

    /**
     * @param now cost of handing over now, with its wait, agent minutes
     * @param failure cost of a customer who gives up
     */
    StoppingTable(double now, double failure, Costs costs, Course course) {
        thresholds = new double[course.turns() + 1];
        thresholds[course.turns()] = 0;
        double[] later = new double[POINTS];
        java.util.Arrays.fill(later, now);
        for (int turn = course.turns() - 1; turn >= 0; turn--) {
            double[] value = new double[POINTS];
            double threshold = 1;
            for (int i = POINTS - 1; i >= 0; i--) {
                double going = going(logit(i), later, failure, costs, course);
                value[i] = Math.min(now, going);
                if (going >= now) {
                    threshold = share(logit(i));
                }
            }
            thresholds[turn] = threshold;
            later = value;
        }
        thresholds[course.turns()] = thresholds[course.turns() - 1];
    }

    private static double going(double logit, double[] later, double failure, Costs costs, Course course) {
        double fails = share(logit);
        double stayed = Math.log((1 - course.givesUp()) / (1 - course.resolves()));
        double d = course.evidence();
        double ifFails = 0;
        double ifWorks = 0;
        for (int k = -SIDES; k <= SIDES; k++) {
            double step = d * k * WIDTH;
            ifFails += SHARES[k + SIDES] * at(later, logit + stayed + d * d / 2 + step);
            ifWorks += SHARES[k + SIDES] * at(later, logit + stayed - d * d / 2 + step);
        }
        return costs.bot()
                + fails * (costs.stuck() + course.givesUp() * failure + (1 - course.givesUp()) * ifFails)
                + (1 - fails) * (1 - course.resolves()) * ifWorks;
    }

    /** @param turn bot turns so far; beyond the last the threshold stays */
    double threshold(int turn) {
        return thresholds[Math.clamp(turn, 0, thresholds.length - 1)];
    }

    private static double at(double[] value, double logit) {
        double place = (Math.clamp(logit, -REACH, REACH) + REACH) / (2 * REACH) * (POINTS - 1);
        int below = Math.min((int) place, POINTS - 2);
        double over = place - below;
        return value[below] * (1 - over) + value[below + 1] * over;
    }

    private static double logit(int point) {
        return -REACH + 2 * REACH * point / (POINTS - 1);
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double[] shares() {
        double[] shares = new double[2 * SIDES + 1];
        double sum = 0;
        for (int k = -SIDES; k <= SIDES; k++) {
            double place = k * WIDTH;
            shares[k + SIDES] = Math.exp(-place * place / 2);
            sum += shares[k + SIDES];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
