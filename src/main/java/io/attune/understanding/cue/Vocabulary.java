package io.attune.understanding.cue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that patterns are made of, each with a number; a written word is found through small misspellings. */
final class Vocabulary {
    private static final int[] NONE = {};

    private final boolean forgiving;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<Integer, List<Integer>> byShape = new HashMap<>();

    /** @param forgiving whether misspelt words are known */
    Vocabulary(boolean forgiving) {
        this.forgiving = forgiving;
    }

    int number(String word) {
        return numbers.computeIfAbsent(word, fresh -> {
            words.add(fresh);
            int number = words.size() - 1;
            byShape.computeIfAbsent(shape(fresh.charAt(0), fresh.length()), key -> new ArrayList<>(2))
                    .add(number);
            return number;
        });
    }

    boolean knows(String written) {
        return numbers.containsKey(written);
    }

    /** The word itself when it is known, otherwise those that it may be a misspelling of. */
    int[] read(String written) {
        Integer exact = numbers.get(written);
        if (exact != null) {
            return new int[] {exact};
        }
        int[] found = NONE;
        if (!forgiving) {
            return found;
        }
        for (int length = written.length() - 1; length <= written.length() + 1; length++) {
            if (length < Spelling.LONG_ENOUGH - 1) {
                continue;
            }
            for (int number : byShape.getOrDefault(shape(written.charAt(0), length), List.of())) {
                if (Spelling.alike(words.get(number), written)) {
                    found = java.util.Arrays.copyOf(found, found.length + 1);
                    found[found.length - 1] = number;
                }
            }
        }
        return found;
    }

    private static int shape(char first, int length) {
        return first << 8 | Math.min(length, 255);
    }
}
