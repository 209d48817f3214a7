package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query of a customer, or a remedy tried for it.
 *
 * @param channel such as {@code web} or {@code phone}; imported history may name channels that Attune does not serve
 * @param remedy {@code dialog/remedy}, missing for a query
 * @param diagnosis a fingerprint of the diagnosis under which the remedy was tried: under another it may be tried again
 * @param words of the query, as {@link WordPrint}; missing where no words are known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
        Instant at,
        String channel,
        String intent,
        @Nullable String remedy,
        @Nullable Outcome outcome,
        @Nullable String diagnosis,
        @Nullable String words) {
    /** Without words. */
    public LedgerEntry(
            Instant at,
            String channel,
            String intent,
            @Nullable String remedy,
            @Nullable Outcome outcome,
            @Nullable String diagnosis) {
        this(at, channel, intent, remedy, outcome, diagnosis, null);
    }

    /** Whether a query of this intent, in these words, would be the same one again. */
    public boolean isSame(String otherIntent, @Nullable String otherWords) {
        return intent.equals(otherIntent)
                || (words != null && otherWords != null && WordPrint.areAlike(words, otherWords));
    }

    LedgerEntry ended(Outcome now) {
        return new LedgerEntry(at, channel, intent, remedy, now, diagnosis, words);
    }
}
