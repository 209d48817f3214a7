package io.attune.decision;

import io.attune.dialog.PlainWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what a customer wrote with words that a dialog knows; case, accents and punctuation do not count. */
final class Words {
    private static final Set<String> NEGATORS = Set.of(
            "not", "no", "never", "dont", "didnt", "isnt", "havent", "without", "nicht", "kein", "keine", "nie", "ohne",
            "pas", "jamais", "sans", "nunca", "sin", "ni");

    private Words() {}

    static List<String> of(String text) {
        return PlainWords.of(text);
    }

    /** Whether the phrase stands in the text, word for word, and is not denied right before. */
    static boolean says(List<String> text, List<String> wanted) {
        if (wanted.isEmpty()) {
            return false;
        }
        for (int i = 0; i + wanted.size() <= text.size(); i++) {
            if (text.subList(i, i + wanted.size()).equals(wanted) && !isDenied(text, i, wanted.getFirst())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenied(List<String> text, int at, String first) {
        if (NEGATORS.contains(first)) {
            return false;
        }
        for (int i = Math.max(0, at - 2); i < at; i++) {
            if (NEGATORS.contains(text.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Shared words over all words of both, 0..1 (Jaccard); 0 when either is empty. */
    static double likeness(String one, String other) {
        var first = new HashSet<>(of(one));
        var second = new HashSet<>(of(other));
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        var both = new HashSet<>(first);
        both.retainAll(second);
        first.addAll(second);
        return both.size() / (double) first.size();
    }
}
