package io.attune.aptitude;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Leads a misspelt word back to the term it was meant to be: one letter missing, doubled, wrong or two swapped, in words of
 * six letters or more that begin alike. How somebody spells must not change what they are taken to know.
 */
final class Respelling {
    private static final int LONG_ENOUGH = 6;
    private static final String AMBIGUOUS = "";

    private final Set<String> known = new HashSet<>();
    private final Map<String, String> byRemains = new HashMap<>();

    void add(String word) {
        if (!known.add(word) || word.length() < LONG_ENOUGH) {
            return;
        }
        remember(word, word);
        for (int i = 1; i < word.length(); i++) {
            remember(without(word, i), word);
        }
    }

    private void remember(String remains, String word) {
        byRemains.merge(remains, word, (old, now) -> old.equals(now) ? old : AMBIGUOUS);
    }

    /** The known word that is meant, or the word itself. */
    String nearest(String word) {
        if (known.contains(word) || word.length() < LONG_ENOUGH - 1) {
            return word;
        }
        String meant = byRemains.get(word);
        for (int i = 1; i < word.length() && meant == null; i++) {
            meant = byRemains.get(without(word, i));
        }
        return meant == null || meant.equals(AMBIGUOUS) || meant.charAt(0) != word.charAt(0) ? word : meant;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
