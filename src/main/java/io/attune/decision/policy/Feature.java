package io.attune.decision.policy;

import io.attune.customer.Level;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What speaks for or against handing over, each with its size: 0 when it is absent. */
public enum Feature {
    FRUSTRATION_NOW("frustration in this message", s -> s.message().frustration() * weight(s)),
    FRUSTRATION("frustration", s -> s.course().frustration()),
    RISE("rising frustration", s -> Math.max(0, s.course().rise())),
    SAME_QUERY("same query before", s -> Math.clamp(s.customer().queries() - 1, 0, 4)),
    FAILED_BEFORE("failed in earlier contacts", s -> Math.min(s.customer().failedBefore(), 3)),
    FAILED_STEPS("failed steps", s -> Math.min(s.course().failedSteps(), 3)),
    MISUNDERSTOOD("not understood", s -> Math.min(s.course().misunderstood(), 3)),
    CUSTOMER_REPEATS("says the same again", s -> s.message().repeats() ? 1 : 0),
    BOT_REPEATS("the bot said the same again", s -> s.course().botRepeats() ? 1 : 0),
    STUCK("nothing new to say", s -> Math.min(s.course().stuck(), 3)),
    STEP_TOO_HARD("next step too hard", s -> Math.min(s.course().stepTooHard(), 3)),
    UNWILLING("unwilling", s -> 1 - s.customer().enthusiasm()),
    UNWILLING_HIGH_VALUE(
            "unwilling, high value", s -> isHigh(s) ? 1 - s.customer().enthusiasm() : 0),
    CHURN(
            "likely to leave",
            s -> s.customer().churn() == null ? 0 : s.customer().churn()),
    PRESSED("pressed for time", s -> s.message().cues().contains("urgency") ? 1 : 0),
    THREATENS_TO_LEAVE("threatens to leave", s -> s.message().cues().contains("leaving") ? 1 : 0),
    LONG_CONVERSATION("long conversation", s -> Math.max(0, s.course().turn() - Feature.USUAL_TURNS)),
    PROGRESS("a step helped", s -> s.course().progress() ? 1 : 0),
    THANKS("thanks", s -> s.message().thanks()),
    OUTAGE_EXPLAINED("outage explained", s -> s.course().outageExplained() ? 1 : 0);

    private static final int USUAL_TURNS = 8;
    private static final double BROUGHT_ALONG = .6;
    private final String words;
    private final ToDoubleFunction<Signals> size;

    Feature(String words, ToDoubleFunction<Signals> size) {
        this.words = words;
        this.size = size;
    }

    private static boolean isHigh(Signals signals) {
        return signals.customer().clv() == Level.HIGH;
    }

    /** Anger that somebody comes with is not yet at the bot, which has not tried anything. */
    private static double weight(Signals signals) {
        return signals.course().turn() <= 1 ? Feature.BROUGHT_ALONG : 1;
    }

    /** Those that are there, with their sizes. */
    public static Map<Feature, Double> of(Signals signals) {
        var present = new EnumMap<Feature, Double>(Feature.class);
        for (Feature feature : values()) {
            double size = feature.size.applyAsDouble(signals);
            if (size != 0) {
                present.put(feature, size);
            }
        }
        return present;
    }

    /** Such as {@code failed-steps}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Feature> byId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** For an agent, in English. */
    public String words() {
        return words;
    }
}
