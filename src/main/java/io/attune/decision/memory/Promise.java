package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something the bot said would be so.
 *
 * @param seq the customer's message that was answered with it; 0 where that was in another conversation
 * @param at epoch seconds; 0 where it is not known
 * @param by the day or the time until which it holds, as ISO 8601; null where it names none
 * @param intent what it was about; null for nothing in particular
 * @param recalled how far the customer was reminded of it in a later contact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promise(
        String text,
        long seq,
        long at,
        @Nullable String by,
        @Nullable String intent,
        Recalled recalled) {
    /** How far a promise has come back to the customer. */
    public enum Recalled {
        NOT,
        /** while it stood */
        STANDING,
        /** its time had passed, or it names none: nothing is left to say of it */
        DONE
    }

    /** @param recalled missing where an earlier version kept none */
    public Promise(
            String text, long seq, long at, @Nullable String by, @Nullable String intent, @Nullable Recalled recalled) {
        this.text = text;
        this.seq = seq;
        this.at = at;
        this.by = by;
        this.intent = intent;
        this.recalled = recalled == null ? Recalled.NOT : recalled;
    }

    public Promise recalled(Recalled now) {
        return new Promise(text, seq, at, by, intent, now);
    }

    /** The same, seen from another conversation. */
    public Promise fromEarlier() {
        return new Promise(text, 0, at, by, intent, recalled);
    }
}
