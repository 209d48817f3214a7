package io.attune.decision.policy;

import io.attune.customer.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights, costs and limits of the handoff policy. Starting values come from a simulation and from transcripts; they are to
 * be refitted on recorded outcomes. See {@code docs/handoff.md}.
 */
public record HandoffSettings(Rules rules, Weights weights, Costs costs, Course course, Margins margins) {
    public static final HandoffSettings DEFAULT =
            new HandoffSettings(Rules.DEFAULT, Weights.DEFAULT, Costs.DEFAULT, Course.DEFAULT, Margins.DEFAULT);

    /**
     * Limits of the hard rules.
     *
     * @param sameQueries k of the seed rule: this many same queries
     * @param sameQueryDays N of the seed rule: in so many days
     * @param lowEnthusiasm an enthusiasm below this is low
     * @param leavingChurn a customer of high value who says they will leave goes to an agent from this churn on, 0..1
     * @param misunderstood messages not understood, after which an agent takes over
     */
    public record Rules(
            int sameQueries, int sameQueryDays, double lowEnthusiasm, double leavingChurn, int misunderstood) {
        public static final Rules DEFAULT = new Rules(5, 14, .45, .4, 2);
    }

    /**
     * The chance that the bot will not resolve it: σ(slope·(bias + Σ weight·size) + shift).
     *
     * @param bias log-odds when nothing speaks for or against
     * @param each log-odds for one unit of each feature; one that is missing weighs nothing
     * @param slope of the calibration (Platt), 1 for none
     * @param shift of the calibration (Platt), log-odds, 0 for none
     */
    public record Weights(double bias, Map<Feature, Double> each, double slope, double shift) {
        public static final Weights DEFAULT = new Weights(
                -2.6,
                Map.ofEntries(
                        Map.entry(Feature.FRUSTRATION_NOW, 2.0),
                        Map.entry(Feature.FRUSTRATION, 1.6),
                        Map.entry(Feature.RISE, .6),
                        Map.entry(Feature.SAME_QUERY, .55),
                        Map.entry(Feature.FAILED_BEFORE, .35),
                        Map.entry(Feature.FAILED_STEPS, 1.1),
                        Map.entry(Feature.MISUNDERSTOOD, 1.0),
                        Map.entry(Feature.CUSTOMER_REPEATS, .7),
                        Map.entry(Feature.BOT_REPEATS, .6),
                        Map.entry(Feature.STUCK, .6),
                        Map.entry(Feature.STEP_TOO_HARD, .7),
                        Map.entry(Feature.UNWILLING, .8),
                        Map.entry(Feature.UNWILLING_HIGH_VALUE, .7),
                        Map.entry(Feature.CHURN, .5),
                        Map.entry(Feature.PRESSED, .4),
                        Map.entry(Feature.THREATENS_TO_LEAVE, .8),
                        Map.entry(Feature.LONG_CONVERSATION, .08),
                        Map.entry(Feature.PROGRESS, -1.2),
                        Map.entry(Feature.THANKS, -.7),
                        Map.entry(Feature.OUTAGE_EXPLAINED, -.8)),
                1,
                0);

        public Weights {
            var sorted = new EnumMap<Feature, Double>(Feature.class);
            sorted.putAll(each);
            each = java.util.Collections.unmodifiableMap(sorted);
        }

        public double of(Feature feature) {
            return each.getOrDefault(feature, 0.0);
        }
    }

    /**
     * In agent minutes.
     *
     * @param agent an agent takes the conversation
     * @param waitMinute the customer waits a minute
     * @param bot the bot goes on for a turn
     * @param stuck a customer whom the bot cannot help goes on for a turn
     * @param repeat the customer must come back
     * @param churnLow of losing a customer of low value, times the chance that a failure loses them
     * @param churnMid of medium or unknown value
     * @param churnHigh of high value
     */
    public record Costs(
            double agent,
            double waitMinute,
            double bot,
            double stuck,
            double repeat,
            double churnLow,
            double churnMid,
            double churnHigh) {
        public static final Costs DEFAULT = new Costs(4, .25, .2, .6, 3, 0, 1.5, 4);

        /** What it costs when the customer gives up with the bot. */
        double failure(@Nullable Level value) {
            double churn = value == null
                    ? churnMid
                    : switch (value) {
                        case LOW -> churnLow;
                        case MEDIUM -> churnMid;
                        case HIGH -> churnHigh;
                    };
            return agent + repeat + churn;
        }
    }

    /**
     * How conversations go, for the threshold by backward induction.
     *
     * @param turns after so many turns the bot has nothing left to try
     * @param resolves chance that a conversation which the bot can resolve ends well with the next turn
     * @param givesUp chance that a customer whom it cannot help leaves with the next turn
     * @param evidence how much a turn tells of which of the two it is: the distance between them in standard deviations
     */
    public record Course(int turns, double resolves, double givesUp, double evidence) {
        public static final Course DEFAULT = new Course(12, .3, .08, .8);
    }

    /**
     * @param offer a person is offered from so much below the threshold
     * @param sustained turns in a row at or above the threshold before the bot hands over unasked
     * @param force far enough above the threshold to hand over at once
     * @param declined how much higher the threshold is for two turns after a declined offer
     */
    public record Margins(double offer, int sustained, double force, double declined) {
        public static final Margins DEFAULT = new Margins(.08, 1, .15, .10);
    }

    /** What cannot be, in words; none when it can be used. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        need(rules.sameQueries >= 1, "rules.same-queries must be 1 or more", faults);
        need(rules.sameQueryDays >= 1, "rules.same-query-days must be 1 or more", faults);
        need(isShare(rules.lowEnthusiasm), "rules.low-enthusiasm must be 0 to 1", faults);
        need(isShare(rules.leavingChurn), "rules.leaving-churn must be 0 to 1", faults);
        need(rules.misunderstood >= 1, "rules.missed-messages must be 1 or more", faults);
        need(Double.isFinite(weights.bias), "weights.bias must be a number", faults);
        weights.each.forEach((feature, weight) ->
                need(Math.abs(weight) <= 20, "weights." + feature.id() + " must be -20 to 20", faults));
        need(weights.slope > 0 && weights.slope <= 20, "weights.slope must be above 0 and at most 20", faults);
        need(Math.abs(weights.shift) <= 20, "weights.shift must be -20 to 20", faults);
        need(costs.agent > 0, "costs.agent must be above 0", faults);
        need(costs.bot > 0 && costs.bot < costs.agent, "costs.bot must be above 0 and below costs.agent", faults);
        need(costs.waitMinute >= 0, "costs.wait-minute must not be below 0", faults);
        need(costs.stuck >= 0, "costs.stuck-turn must not be below 0", faults);
        need(costs.repeat >= 0, "costs.repeat must not be below 0", faults);
        need(
                costs.churnLow >= 0 && costs.churnMid >= costs.churnLow && costs.churnHigh >= costs.churnMid,
                "costs.churn-low, -mid and -high must not be below 0 and must rise",
                faults);
        need(course.turns >= 2 && course.turns <= 100, "course.turns must be 2 to 100", faults);
        need(course.resolves > 0 && course.resolves < 1, "course.resolves must be between 0 and 1", faults);
        need(course.givesUp > 0 && course.givesUp < 1, "course.gives-up must be between 0 and 1", faults);
        need(course.evidence > 0 && course.evidence <= 5, "course.evidence must be above 0 and at most 5", faults);
        need(isShare(margins.offer), "margins.offer must be 0 to 1", faults);
        need(margins.sustained >= 1, "margins.sustained must be 1 or more", faults);
        need(isShare(margins.force), "margins.force must be 0 to 1", faults);
        need(isShare(margins.declined), "margins.declined must be 0 to 1", faults);
        return faults;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void need(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
