package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.decision.policy.ReasonCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The way of one kind of customer through a dialog.
 *
 * @param stops in order; none for a dialog that no intent starts
 */
public record LensPath(List<Stop> stops, End end) {
    public LensPath {
        stops = List.copyOf(stops);
    }

    /**
     * @param node its id in the {@link io.attune.dialog.Drawing}; {@code person} where a person takes over without a step for it
     * @param turn which message of the assistant it belongs to, from 1; several steps may make one message
     * @param says what the customer reads, at the last stop of a message; empty before
     * @param offers what the customer can pick with it
     * @param answer what the customer is taken to answer; empty where there is nothing to answer
     * @param why it was the next
     */
    public record Stop(String node, int turn, String says, List<Offer> offers, String answer, LensWhy why) {
        public Stop {
            offers = List.copyOf(offers);
        }
    }

    /**
     * @param value what {@link Lens.View#answers} takes for it; null for what leads out of the dialog
     * @param taken whether it is the answer that the path goes on with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offer(String title, @Nullable String value, boolean taken) {}

    /**
     * Where the path ends.
     *
     * @param code why a person takes over; null where none does
     * @param sentence the same for the agent, in English; may be empty
     * @param says what the customer reads last, where that belongs to no stop; may be empty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(How how, @Nullable ReasonCode code, String sentence, String says) {}

    public enum How {
        /** the customer has what they came for */
        SOLVED,
        /** handed over */
        PERSON,
        /** the dialog ended without an answer to whether it helped */
        LEFT,
        /** longer than a path is followed */
        UNENDED,
        /** no customer comes here: no intent starts the dialog */
        UNSTARTED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
