package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a topic waits for: the answer to a question, the outcome of a remedy, an answer in a flow. */
public record Open(Kind kind, String id) {
    public enum Kind {
        /** a fact was asked for */
        FACT,
        /** a remedy was given, the customer is trying it */
        REMEDY,
        /** the customer did it, whether it helped is asked */
        VERIFY,
        /** a step of a flow asked */
        STEP;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
