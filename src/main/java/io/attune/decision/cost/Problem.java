package io.attune.decision.cost;

/**
 * A troubleshooting problem in figures. Exactly one cause is taken to be at work. Costs are in minutes of a customer's
 * time, or what is worth as much.
 *
 * @param belief chance of each cause, adding up to 1
 * @param likelihood fact, value, cause: the chance to see that value when that cause is at work
 * @param askCost cost of asking each fact
 * @param cure remedy, cause: the chance that trying the remedy cures that cause, completing it included
 * @param tryCost cost of trying each remedy
 * @param handoverCost cost of handing over to an agent, who always resolves it
 */
public record Problem(
        double[] belief,
        double[][][] likelihood,
        double[] askCost,
        double[][] cure,
        double[] tryCost,
        double handoverCost) {
    /** The planner keeps what was used in the bits of an int. */
    static final int MOST = 30;

    public Problem {
        if (likelihood.length > MOST || cure.length > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " facts and remedies");
        }
    }

    public int facts() {
        return likelihood.length;
    }

    public int remedies() {
        return cure.length;
    }

    /** Chance that the remedy cures what is at work. */
    static double chance(double[] belief, double[] cure) {
        double sum = 0;
        for (int c = 0; c < belief.length; c++) {
            sum += belief[c] * cure[c];
        }
        return sum;
    }

    /** What is believed after the remedy was tried in vain. */
    static double[] afterFailure(double[] belief, double[] cure) {
        double[] next = new double[belief.length];
        for (int c = 0; c < belief.length; c++) {
            next[c] = belief[c] * (1 - cure[c]);
        }
        return normalised(next);
    }

    /** What is believed after seeing a value that has these chances. */
    static double[] afterSeeing(double[] belief, double[] likelihood) {
        double[] next = new double[belief.length];
        for (int c = 0; c < belief.length; c++) {
            next[c] = belief[c] * likelihood[c];
        }
        return normalised(next);
    }

    /** Scales to a sum of 1; where nothing is left possible, every cause is as likely as any other. */
    static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] = sum > 1e-300 ? weights[c] / sum : 1.0 / weights.length;
        }
        return weights;
    }
}
