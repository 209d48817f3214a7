package io.attune.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.message.Language;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that were not understood, whoever wrote them and how often.
 *
 * @param id the same for the same words of one language, capitals and accents aside
 * @param text masked: no number, name or address of a person is left in it
 * @param ranking what it might have meant, likeliest first, as it was last understood
 * @param confidence of the first of them, 0..1
 * @param reason of the last time
 * @param conversations in which it was written
 * @param times the most messages in a row that a conversation was not understood in, this one included
 * @param intent that a person said it means; null until then
 * @param labelledBy who said so, or dismissed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(
        String id,
        String text,
        Language language,
        List<RankedIntent> ranking,
        double confidence,
        Reason reason,
        int conversations,
        int times,
        Instant firstAt,
        Instant lastAt,
        State state,
        @Nullable String intent,
        @Nullable String labelledBy) {
    public Candidate {
        ranking = List.copyOf(ranking);
    }

    public enum Reason {
        NOT_UNDERSTOOD,
        OUT_OF_SCOPE,
        CLARIFIED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        OPEN,
        LABELLED,
        DISMISSED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
