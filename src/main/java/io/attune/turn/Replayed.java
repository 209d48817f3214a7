package io.attune.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of making a conversation's decisions again.
 *
 * @param turns that were made again, up to the first that differs
 * @param unkept turns before it of which it is not kept what they were made from
 * @param first the first turn that differs; null where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replayed(
        String conversation,
        int turns,
        int unkept,
        @Nullable First first) {

    /**
     * @param turn from 1, the greeting included
     * @param seq of the message that it answered; null for one that answered none
     * @param dialogs the version that it went by
     * @param differences the chief one first; never empty
     * @param reasonsWas those of the decision then that are not among those now
     * @param reasonsIs those of the decision now that were not among those then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record First(
            int turn,
            @Nullable Long seq,
            Instant at,
            @Nullable String dialogs,
            List<Difference> differences,
            List<String> reasonsWas,
            List<String> reasonsIs) {
        public First {
            differences = List.copyOf(differences);
            reasonsWas = List.copyOf(reasonsWas);
            reasonsIs = List.copyOf(reasonsIs);
        }
    }

    /** @param was and {@code is}: empty where there was or is none */
    public record Difference(Aspect in, String was, String is) {}

    /** What decisions are compared in, the chief ones first. */
    public enum Aspect {
        KIND,
        DIALOG,
        REMEDY,
        /** the reason code, and the rule where there is one */
        HANDOFF,
        /** what the topic in hand waits for */
        STEP,
        /** a call of the provider's systems that was not made then */
        CALL,
        TEXT,
        CHOICES,
        /** what is remembered for later turns */
        MEMORY;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
