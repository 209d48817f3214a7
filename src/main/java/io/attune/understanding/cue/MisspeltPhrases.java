package io.attune.understanding.cue;

import io.attune.understanding.PhraseIndex.Hit;
import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds phrases through small misspellings: a word of five letters or more may have one letter wrong, missing, doubled or
 * two swapped, as long as it begins with the same letter; one of four letters may have its middle swapped.
 */
final class MisspeltPhrases {
    private static final int LONG_ENOUGH = 5;

    private final Map<Character, List<String[]>> byFirstLetter = new HashMap<>();

    void add(String phrase) {
        String[] words = Words.of(phrase).asList().toArray(new String[0]);
        if (words.length > 0) {
            byFirstLetter
                    .computeIfAbsent(words[0].charAt(0), letter -> new ArrayList<>())
                    .add(words);
        }
    }

    /** Hits in reading order, the longest at each place. */
    List<Hit<String>> find(Words words) {
        List<Hit<String>> hits = new ArrayList<>(1);
        for (int i = 0; i < words.size(); i++) {
            int length = 0;
            for (String[] phrase : byFirstLetter.getOrDefault(words.word(i).charAt(0), List.of())) {
                if (phrase.length > length && matches(phrase, words, i)) {
                    length = phrase.length;
                }
            }
            if (length > 0) {
                hits.add(new Hit<>(CueBook.HUMAN, i, i + length - 1));
                i += length - 1;
            }
        }
        return hits;
    }

    private static boolean matches(String[] phrase, Words words, int at) {
        if (at + phrase.length > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (!alike(phrase[i], words.word(at + i))) {
                return false;
            }
        }
        return true;
    }

    static boolean alike(String expected, String written) {
        if (expected.equals(written)) {
            return true;
        }
        if (expected.length() == LONG_ENOUGH - 1) {
            return written.length() == expected.length()
                    && expected.charAt(0) == written.charAt(0)
                    && expected.charAt(1) == written.charAt(2)
                    && expected.charAt(2) == written.charAt(1)
                    && expected.charAt(3) == written.charAt(3);
        }
        int difference = expected.length() - written.length();
        return expected.length() >= LONG_ENOUGH
                && written.length() >= LONG_ENOUGH - 1
                && difference <= 1
                && difference >= -1
                && expected.charAt(0) == written.charAt(0)
                && oneEdit(expected, written);
    }

    private static boolean oneEdit(String a, String b) {
        int from = 0;
        int shorter = Math.min(a.length(), b.length());
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int leftA = endA - from;
        int leftB = endB - from;
        boolean swapped = leftA == 2
                && leftB == 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
        return (leftA <= 1 && leftB <= 1) || swapped;
    }
}
