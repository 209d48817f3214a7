package io.attune.decision.policy;

import io.attune.customer.Level;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the handoff policy looks at, after a customer's message. Each part has a neutral value, see {@link #neutral}.
 *
 * @param cues kinds of cue in the message, as in {@code Mood}: human, distress, legal, …
 * @param intent the topic that the message brings, or {@code human_request}; empty for anything else
 * @param queries times the customer came with this same query inside the window of the seed rule, this one included
 * @param frustration level 0..1
 * @param rise of the frustration over the last two turns
 * @param failedSteps remedies of this conversation that failed, were refused or could not be done
 * @param misunderstood messages in a row that were not understood
 * @param customerRepeats whether the message is nearly the same as the one before
 * @param stuck times in a row that the customer said the same and the bot had nothing new
 * @param stepTooHard logits by which the next step is harder than the customer is able, 0 if it is not
 * @param enthusiasm 0..1
 * @param clv null when unknown
 * @param churn 0..1
 * @param turnsBeyondPlan bot turns beyond what the dialog usually takes
 * @param progress whether a step was verified to have helped
 * @param thanks 0..1
 * @param outageExplained whether a known outage explains it and was told
 * @param vulnerable whether the customer depends on the line
 * @param lineDown whether the line tests say that it is down
 * @param turn bot turns so far
 * @param over turns in a row at or above the threshold before this one
 * @param justDeclined whether an offer of a person was declined in the last two turns
 * @param queueWait expected in the queue
 */
public record Signals(
        Set<String> cues,
        String intent,
        int queries,
        double frustration,
        double rise,
        int failedSteps,
        int misunderstood,
        boolean customerRepeats,
        int stuck,
        double stepTooHard,
        double enthusiasm,
        @Nullable Level clv,
        double churn,
        int turnsBeyondPlan,
        boolean progress,
        double thanks,
        boolean outageExplained,
        boolean vulnerable,
        boolean lineDown,
        int turn,
        int over,
        boolean justDeclined,
        Duration queueWait) {
    public Signals {
        cues = Set.copyOf(cues);
    }

    /** Nothing known and nothing amiss: a first message of a customer of whom nothing is known. */
    public static Signals neutral() {
        return new Signals(
                Set.of(),
                "",
                1,
                0,
                0,
                0,
                0,
                false,
                0,
                0,
                .55,
                null,
                0,
                0,
                false,
                0,
                false,
                false,
                false,
                0,
                0,
                false,
                Duration.ZERO);
    }
}
