package io.attune.handoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a conversation with the queue and with people.
 *
 * @param reason why, a code
 * @param topic the intent that it is about
 * @param target whom it was passed on to
 * @param agent who has it, or had it last
 * @param lastAgent who served this customer before
 * @param outcome none while it is open
 * @param code of the wrap-up
 */
public record Case(
        String conv,
        @Nullable String customer,
        String reason,
        @Nullable String language,
        @Nullable String topic,
        @Nullable String target,
        Instant requestedAt,
        @Nullable Instant joinedAt,
        @Nullable String agent,
        @Nullable String lastAgent,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable String code) {

    /** One that begins. */
    public static Case wanted(
            String conv,
            String customer,
            String reason,
            @Nullable String language,
            @Nullable String topic,
            Instant at) {
        return new Case(conv, customer, reason, language, topic, null, at, null, null, null, null, null, null);
    }

    /** The same, and this agent has it at once. */
    public Case joined(String by, Instant at) {
        return new Case(
                conv, customer, reason, language, topic, target, requestedAt, at, by, lastAgent, null, null, null);
    }

    /** How a case ended. */
    public enum Outcome {
        /** By an agent, or by the customer while with one. */
        SERVED,
        /** Given back to the bot. */
        RETURNED,
        /** The customer did not want to wait any longer. */
        LEFT,
        /** To be called back. */
        CALLBACK,
        /** Nobody came. */
        FAILED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
