package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something the customer did that tells how willing they are to help themselves.
 *
 * @param what for the agent, in English
 */
public record Willingness(Sign sign, String what, long seq) {
    public enum Sign {
        ACCEPTED,
        COMPLETED,
        VOLUNTEERED,
        REFUSED,
        ABANDONED,
        WANTS_PERSON;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
