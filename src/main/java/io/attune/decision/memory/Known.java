package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A fact, and how it is known.
 *
 * @param value one of the fact's values, or {@link #UNSURE} when the customer was asked and could not tell
 * @param seq the customer's message that told it; 0 where no message did
 */
public record Known(String value, How how, long seq) {
    /** Asked in vain: not to be asked again, and no evidence either way. */
    public static final String UNSURE = "?";

    /** What {@link #UNSURE} is called in the id of a choice. */
    public static final String UNSURE_ID = "unsure";

    public enum How {
        DIAGNOSTICS,
        HISTORY,
        PROFILE,
        CUSTOMER;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
