package io.attune.aptitude;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something the customer did that tells how willing they are to help themselves.
 *
 * @param what for the agent, in English
 * @param seq the message it comes from
 */
public record Willingness(Sign sign, String what, long seq) {
    /** Each with its weight: above 0 on the willing side of the Beta distribution, below on the other. */
    public enum Sign {
        ACCEPTED(1),
        COMPLETED(1.5),
        VOLUNTEERED(1),
        CURIOUS(0.5),
        THANKED(0.5),
        REFUSED(-1.5),
        ABANDONED(-1.5),
        SILENT(-1),
        ASKED_FOR_PHONE_OR_SHOP(-2),
        WANTS_PERSON(-2.5);

        private final double weight;

        Sign(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Sign read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
