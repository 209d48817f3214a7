package io.attune.decision.policy;

import io.attune.customer.Level;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the handoff policy looks at, after a customer's message.
 *
 * @param queueWait expected in the queue
 * @param takesComplaints whether there is a dialog that takes a complaint down
 */
public record Signals(Message message, Course course, Customer customer, Duration queueWait, boolean takesComplaints) {
    /** Nothing known and nothing amiss: a first message of a customer of whom nothing is known. */
    public static final Signals NEUTRAL = new Signals(Message.NEUTRAL, Course.NEUTRAL, Customer.NEUTRAL, Duration.ZERO);

    /** Where nobody takes a complaint down. */
    public Signals(Message message, Course course, Customer customer, Duration queueWait) {
        this(message, course, customer, queueWait, false);
    }

    /**
     * The customer's last message.
     *
     * @param cues kinds of cue in it, as in {@code Mood}: human, distress, legal, …
     * @param intent the topic that it brings, or {@code human_request}; empty for anything else
     * @param sure whether the intent is far from a guess
     * @param frustration 0..1
     * @param thanks 0..1
     * @param repeats whether it is nearly the same as the one before
     * @param atLength whether it says more than a word or two
     */
    public record Message(
            Set<String> cues,
            String intent,
            boolean sure,
            double frustration,
            double thanks,
            boolean repeats,
            boolean atLength) {
        public static final Message NEUTRAL = new Message(Set.of(), "", false, 0, 0, false, false);

        public Message {
            cues = Set.copyOf(cues);
        }
    }

    /**
     * The conversation so far.
     *
     * @param turn bot turns so far
     * @param frustration level, 0..1
     * @param rise of the frustration over the last two turns
     * @param failedSteps steps and remedies that failed, were refused or could not be done, since the last that helped
     * @param misunderstood messages lately that the bot did not understand, or that say so
     * @param botRepeats whether the bot said nearly the same before
     * @param stuck times in a row that the customer said the same and the bot had nothing new
     * @param stepTooHard logits by which the next step is harder than the customer is able, 0 if it is not
     * @param progress whether the last step was seen to help
     * @param outageExplained whether a known outage explains it and was told
     * @param over turns in a row at or above the threshold before this one
     * @param justDeclined whether an offer of a person was declined in the last two turns
     */
    public record Course(
            int turn,
            double frustration,
            double rise,
            int failedSteps,
            int misunderstood,
            boolean botRepeats,
            int stuck,
            double stepTooHard,
            boolean progress,
            boolean outageExplained,
            int over,
            boolean justDeclined) {
        public static final Course NEUTRAL = new Course(0, 0, 0, 0, 0, false, 0, 0, false, false, 0, false);
    }

    /**
     * Who it is.
     *
     * @param queries times they came with this same query inside the window of the seed rule, this one included
     * @param failedBefore remedies and contacts about it that failed in that window, before this conversation
     * @param enthusiasm 0..1
     * @param clv null when unknown
     * @param churn chance to leave, 0..1; null when unknown
     * @param vulnerable whether they depend on the line
     * @param lineDown whether the line tests say that it is down
     */
    public record Customer(
            int queries,
            int failedBefore,
            double enthusiasm,
            @Nullable Level clv,
            @Nullable Double churn,
            boolean vulnerable,
            boolean lineDown) {
        public static final Customer NEUTRAL = new Customer(1, 0, .55, null, null, false, false);
    }
}
