package io.attune.assess;

import io.attune.customer.Level;
import io.attune.decision.StepOutcome;
import io.attune.message.Compose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a customer with somebody's bot, as it comes in. Every part may be missing until {@link TranscriptCheck}
 * has found it to be right.
 *
 * @param queueWaitMs what a customer who joined the queue for agents now would wait, ms; 0 when it is missing
 */
public record Transcript(
        @Nullable Customer customer,
        @Nullable Long queueWaitMs,
        @Nullable List<@Nullable Turn> turns) {

    /**
     * @param churn chance to leave, 0..1
     * @param vulnerable whether the customer depends on the line
     */
    public record Customer(
            @Nullable Level clv,
            @Nullable Double churn,
            @Nullable Boolean vulnerable,
            @Nullable List<@Nullable Past> history) {}

    /**
     * A query in an earlier conversation.
     *
     * @param daysAgo before this conversation began; may be a fraction
     */
    public record Past(
            @Nullable Double daysAgo, @Nullable String intent, io.attune.customer.@Nullable Outcome outcome) {}

    /**
     * @param latencyMs from the message before to this one, ms
     * @param stepOutcome how the step that the bot had given ended, as this message tells
     */
    public record Turn(
            @Nullable Speaker role,
            @Nullable String text,
            @Nullable Long latencyMs,
            @Nullable Compose compose,
            @Nullable StepOutcome stepOutcome) {
        boolean isOfCustomer() {
            return role == Speaker.CUSTOMER;
        }

        String words() {
            return text == null ? "" : text;
        }
    }
}
