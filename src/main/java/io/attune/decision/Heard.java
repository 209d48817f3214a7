package io.attune.decision;

import io.attune.understanding.Clauses;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message that is to be answered.
 *
 * @param text what they wrote, or the title of what they picked
 * @param choiceId what they picked; null for written text
 * @param wishes what each of its clauses surely is about, in their order, where it has several; else none
 */
public record Heard(
        long seq,
        String text,
        @Nullable String choiceId,
        Understanding understanding,
        List<RankedIntent> wishes) {
    /** A clause that is less sure than this is no wish of its own. */
    private static final double SURE = .55;

    public Heard {
        wishes = List.copyOf(wishes);
    }

    public Heard(long seq, String text, @Nullable String choiceId, Understanding understanding) {
        this(seq, text, choiceId, understanding, List.of());
    }

    /** Written words, with what each clause of them means by itself. */
    public static Heard written(long seq, String text, Understanding understanding, Understander understander) {
        var wishes = new ArrayList<RankedIntent>();
        for (String clause : Clauses.of(text)) {
            Understanding meaning = understander.understand(clause, understanding.language());
            if (meaning.confidence() >= SURE) {
                wishes.add(new RankedIntent(meaning.intent(), meaning.confidence()));
            }
        }
        return new Heard(seq, text, null, understanding, wishes);
    }
}
