package io.attune.turn;

import io.attune.decision.policy.Feature;
import io.attune.decision.policy.HandoffSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** When the bot hands over; docs/handoff.md has the whole of it. {@code ./attune fit-handoff} writes weights. */
@ConfigMapping(prefix = "attune.policy")
public interface PolicyConfig {
    Rules rules();

    Weights weights();

    Costs costs();

    Course course();

    Margins margins();

    interface Rules {
        /** So many same queries of a customer of high value and low willingness go to an agent. */
        @WithDefault("5")
        int sameQueries();

        /** In so many days. */
        @WithDefault("14")
        int sameQueryDays();

        /** A willingness for self-service below this is low, 0 to 1. */
        @WithDefault("0.45")
        double lowEnthusiasm();

        /** A customer of high value who says they will leave goes to an agent from this chance to leave on, 0 to 1. */
        @WithDefault("0.4")
        double leavingChurn();

        /** So many messages in a row that the bot missed, and an agent takes over. */
        @WithDefault("2")
        int missedMessages();
    }

    interface Weights {
        /** Log-odds that the bot fails when nothing speaks for or against. Higher hands over more. */
        @WithDefault("-2.6")
        double bias();

        /** For frustration in the message, which runs from 0 to 1. */
        @WithDefault("2.0")
        double frustrationNow();

        /** For the level of frustration over the last turns, 0 to 1. */
        @WithDefault("1.6")
        double frustration();

        /** For the rise of that level over two turns. */
        @WithDefault("0.6")
        double rise();

        /** For each time before that the customer came with the same query, at most four. */
        @WithDefault("0.55")
        double sameQuery();

        /** For each remedy that failed in these earlier contacts, at most three. */
        @WithDefault("0.35")
        double failedBefore();

        /** For each step that failed or was refused since the last that helped, at most three. */
        @WithDefault("1.1")
        double failedSteps();

        /** For each message lately that the bot missed, at most three. */
        @WithDefault("1.0")
        double misunderstood();

        /** For a message that is nearly the one before. */
        @WithDefault("0.7")
        double customerRepeats();

        /** For a bot that says nearly what it said before. */
        @WithDefault("0.6")
        double botRepeats();

        /** For each time in a row that the bot had nothing new to say, at most three. */
        @WithDefault("0.6")
        double stuck();

        /** For each logit by which the next step is harder than the customer is able, at most three. */
        @WithDefault("0.7")
        double stepTooHard();

        /** For unwillingness to help themselves, 0 to 1. */
        @WithDefault("0.8")
        double unwilling();

        /** The same once more, for customers of high value. */
        @WithDefault("0.7")
        double unwillingHighValue();

        /** For the chance to leave, 0 to 1. */
        @WithDefault("0.5")
        double churn();

        /** For a customer who says that it is urgent. */
        @WithDefault("0.4")
        double pressed();

        /** For a threat to leave. */
        @WithDefault("0.8")
        double threatensToLeave();

        /** For each turn beyond eight. */
        @WithDefault("0.08")
        double longConversation();

        /** For a step that was seen to help. */
        @WithDefault("-1.2")
        double progress();

        /** For thanks, 0 to 1. */
        @WithDefault("-0.7")
        double thanks();

        /** For an outage that explains it and was told. */
        @WithDefault("-0.8")
        double outageExplained();

        /** Calibration: what the log-odds are multiplied by. 1 for none. */
        @WithDefault("1")
        double slope();

        /** Calibration: what is added to the log-odds. 0 for none. */
        @WithDefault("0")
        double shift();
    }

    interface Costs {
        /** Agent minutes that a conversation takes. */
        @WithDefault("4")
        double agent();

        /** What a minute of a customer's waiting is worth, agent minutes. Higher hands over less in busy hours. */
        @WithDefault("0.25")
        double waitMinute();

        /** What a turn of the bot costs the customer, agent minutes. */
        @WithDefault("0.2")
        double bot();

        /** What it costs beyond that if the bot cannot help them. Higher hands over earlier. */
        @WithDefault("0.6")
        double stuckTurn();

        /** What it costs that somebody must come back. */
        @WithDefault("3")
        double repeat();

        /** What a failure costs in customers of low value who leave. */
        @WithDefault("0")
        double churnLow();

        /** The same for medium and unknown value. */
        @WithDefault("1.5")
        double churnMid();

        /** The same for high value. */
        @WithDefault("4")
        double churnHigh();
    }

    interface Course {
        /** After so many turns the bot has nothing left to try. */
        @WithDefault("12")
        int turns();

        /** Chance that a conversation which the bot can resolve ends well with the next turn. */
        @WithDefault("0.3")
        double resolves();

        /** Chance that a customer whom it cannot help gives up with the next turn. */
        @WithDefault("0.08")
        double givesUp();

        /** How much a turn tells of which of the two it is: the distance between them in standard deviations. */
        @WithDefault("0.8")
        double evidence();
    }

    interface Margins {
        /** A person is offered from so much below the threshold. */
        @WithDefault("0.08")
        double offer();

        /** Turns in a row at or above the threshold before the bot hands over unasked. */
        @WithDefault("1")
        int sustained();

        /** Far enough above the threshold to hand over at once whatever the line before says. */
        @WithDefault("0.15")
        double force();

        /** How much higher the threshold is for two turns after a declined offer. */
        @WithDefault("0.1")
        double declined();
    }

    /** In the policy's own words. */
    default HandoffSettings settings() {
        return new HandoffSettings(
                new HandoffSettings.Rules(
                        rules().sameQueries(),
                        rules().sameQueryDays(),
                        rules().lowEnthusiasm(),
                        rules().leavingChurn(),
                        rules().missedMessages()),
                new HandoffSettings.Weights(
                        weights().bias(),
                        each(weights()),
                        weights().slope(),
                        weights().shift()),
                new HandoffSettings.Costs(
                        costs().agent(),
                        costs().waitMinute(),
                        costs().bot(),
                        costs().stuckTurn(),
                        costs().repeat(),
                        costs().churnLow(),
                        costs().churnMid(),
                        costs().churnHigh()),
                new HandoffSettings.Course(
                        course().turns(), course().resolves(), course().givesUp(), course().evidence()),
                new HandoffSettings.Margins(
                        margins().offer(),
                        margins().sustained(),
                        margins().force(),
                        margins().declined()));
    }

    private static Map<Feature, Double> each(Weights weights) {
        return Map.ofEntries(
                Map.entry(Feature.FRUSTRATION_NOW, weights.frustrationNow()),
                Map.entry(Feature.FRUSTRATION, weights.frustration()),
                Map.entry(Feature.RISE, weights.rise()),
                Map.entry(Feature.SAME_QUERY, weights.sameQuery()),
                Map.entry(Feature.FAILED_BEFORE, weights.failedBefore()),
                Map.entry(Feature.FAILED_STEPS, weights.failedSteps()),
                Map.entry(Feature.MISUNDERSTOOD, weights.misunderstood()),
                Map.entry(Feature.CUSTOMER_REPEATS, weights.customerRepeats()),
                Map.entry(Feature.BOT_REPEATS, weights.botRepeats()),
                Map.entry(Feature.STUCK, weights.stuck()),
                Map.entry(Feature.STEP_TOO_HARD, weights.stepTooHard()),
                Map.entry(Feature.UNWILLING, weights.unwilling()),
                Map.entry(Feature.UNWILLING_HIGH_VALUE, weights.unwillingHighValue()),
                Map.entry(Feature.CHURN, weights.churn()),
                Map.entry(Feature.PRESSED, weights.pressed()),
                Map.entry(Feature.THREATENS_TO_LEAVE, weights.threatensToLeave()),
                Map.entry(Feature.LONG_CONVERSATION, weights.longConversation()),
                Map.entry(Feature.PROGRESS, weights.progress()),
                Map.entry(Feature.THANKS, weights.thanks()),
                Map.entry(Feature.OUTAGE_EXPLAINED, weights.outageExplained()));
    }
}
