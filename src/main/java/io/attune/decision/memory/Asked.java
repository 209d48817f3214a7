package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What the last bot message asked for.
 *
 * @param choices what it offered, so that a number, a title or own words can pick one
 */
public record Asked(Prompt prompt, List<Offered> choices) {
    public static final Asked NOTHING = new Asked(Prompt.NONE, List.of());

    public Asked {
        choices = List.copyOf(choices);
    }

    public enum Prompt {
        NONE,
        /** the open question of the topic in hand */
        TOPIC,
        /** which of several wishes was meant */
        CLARIFY,
        /** whether to connect a person */
        PERSON,
        /** what it is about */
        MENU,
        /** whether there is anything else */
        MORE,
        /** whether the customer's data may be used for something; the first choice stands for yes, the last for no */
        CONSENT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param title as it was shown */
    public record Offered(String id, String title) {}
}
