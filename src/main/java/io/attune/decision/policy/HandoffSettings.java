package io.attune.decision.policy;

/**
 * Weights, costs and limits of the handoff policy. Weights are log-odds that the bot will not resolve it; costs are in
 * agent minutes. Starting values from a simulation, to be refitted on recorded outcomes.
 *
 * @param seedQueries k of the seed rule: this many same queries
 * @param seedDays N of the seed rule: in so many days
 * @param lowEnthusiasm an enthusiasm below this is low
 */
public record HandoffSettings(
        int seedQueries, int seedDays, double lowEnthusiasm, Weights weights, Costs costs, Margins margins) {
    public static final HandoffSettings DEFAULT =
            new HandoffSettings(5, 14, .42, Weights.DEFAULT, Costs.DEFAULT, Margins.DEFAULT);

    public record Weights(
            double bias,
            double frustration,
            double rise,
            double repeats,
            double failedStep,
            double misunderstood,
            double customerRepeats,
            double stuck,
            double stepTooHard,
            double unwilling,
            double unwillingHighValue,
            double churn,
            double turnBeyondPlan,
            double progress,
            double thanks,
            double outageExplained) {
        public static final Weights DEFAULT =
                new Weights(-2.6, 2.2, .8, .55, .9, .8, .7, .6, .7, .8, .7, .5, .08, -.9, -.7, -.8);
    }

    /**
     * @param agent an agent takes the conversation
     * @param waitMinute the customer waits a minute
     * @param bot the bot goes on for a turn
     * @param repeat the customer must come back
     * @param churn of losing a customer of low, medium and high value
     */
    public record Costs(
            double agent,
            double waitMinute,
            double bot,
            double repeat,
            double churnLow,
            double churnMid,
            double churnHigh) {
        public static final Costs DEFAULT = new Costs(4, .25, .2, 3, 0, 1.5, 4);
    }

    /**
     * @param early how much higher the threshold is at the first turn
     * @param turns after so many turns that is gone
     * @param offer a person is offered from so much below the threshold
     * @param force far enough above the threshold to hand over at once
     * @param declined how much higher the threshold is for two turns after a declined offer
     */
    public record Margins(double early, int turns, double offer, double force, double declined) {
        public static final Margins DEFAULT = new Margins(.45, 10, .10, .15, .10);
    }
}
