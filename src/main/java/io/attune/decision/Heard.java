package io.attune.decision;

import io.attune.understanding.Clauses;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message that is to be answered.
 *
 * @param text what they wrote, or the title of what they picked
 * @param choiceId what they picked; null for written text
 * @param clauses its parts by themselves, in their order, where it has several; else none
 */
public record Heard(
        long seq, String text, @Nullable String choiceId, Understanding understanding, List<Heard> clauses) {
    public Heard {
        clauses = List.copyOf(clauses);
    }

    public Heard(long seq, String text, @Nullable String choiceId, Understanding understanding) {
        this(seq, text, choiceId, understanding, List.of());
    }

    /** Written words, with what each clause of them means by itself. */
    public static Heard written(long seq, String text, Understanding understanding, Understander understander) {
        return new Heard(
                seq,
                text,
                null,
                understanding,
                Clauses.of(text).stream()
                        .map(clause ->
                                new Heard(seq, clause, null, understander.understand(clause, understanding.language())))
                        .toList());
    }
}
