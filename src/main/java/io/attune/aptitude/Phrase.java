package io.attune.aptitude;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Words to look for, as care designers write them: each word may list alternatives ({@code a|b}), end in {@code ~} for any
 * ending, be {@code #} for a number or {@code *} for up to three words of any kind. Small words between the others may be
 * missing from a text or added to it, since second-language speakers leave them out; where a phrase has fewer than two other
 * words, its small words count.
 */
final class Phrase {
    private static final int ANY = 3;
    private static final int SMALL_BETWEEN = 2;

    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(Set<String> words, List<String> beginnings, boolean number, boolean gap) {
        boolean fits(String word) {
            if (words.contains(word) || (number && PlainTokens.isNumber(word))) {
                return true;
            }
            for (String beginning : beginnings) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Phrase read(String written, Set<String> small, java.util.function.Function<String, List<String>> words) {
        List<Part> all = Arrays.stream(written.strip().split("\\s+"))
                .flatMap(part -> parts(part, words).stream())
                .toList();
        long telling = all.stream()
                .filter(part -> !part.gap && !small.containsAll(part.words))
                .count();
        List<Part> kept = new ArrayList<>(all);
        if (telling >= 2) {
            kept.removeIf(
                    part -> !part.gap && !part.number && part.beginnings.isEmpty() && small.containsAll(part.words));
        }
        while (!kept.isEmpty() && kept.getLast().gap) {
            kept.removeLast();
        }
        return new Phrase(List.copyOf(kept));
    }

    private static List<Part> parts(String written, java.util.function.Function<String, List<String>> words) {
        if (written.equals("*")) {
            return List.of(new Part(Set.of(), List.of(), false, true));
        }
        List<String> exact = new ArrayList<>();
        List<String> beginnings = new ArrayList<>();
        boolean number = false;
        for (String one : written.split("\\|")) {
            if (one.equals("#")) {
                number = true;
                continue;
            }
            List<String> split = words.apply(one);
            if (split.size() > 1 && !written.contains("|")) {
                return split.stream()
                        .map(word -> new Part(Set.of(word), List.of(), false, false))
                        .toList();
            }
            String word = String.join("", split);
            if (one.endsWith("~")) {
                beginnings.add(word);
            } else if (!word.isEmpty()) {
                exact.add(word);
            }
        }
        return List.of(new Part(Set.copyOf(exact), List.copyOf(beginnings), number, false));
    }

    boolean isEmpty() {
        return parts.isEmpty() || parts.getFirst().gap;
    }

    /** The words that it can begin with, as written: {@code a}, {@code a~} or {@code #}. */
    List<String> firstWords() {
        Part first = parts.getFirst();
        List<String> words = new ArrayList<>(first.words);
        first.beginnings.forEach(beginning -> words.add(beginning + "~"));
        if (first.number) {
            words.add("#");
        }
        return words;
    }

    /** The words it is found by, for spelling. */
    List<String> allWords() {
        return parts.stream().flatMap(part -> part.words.stream()).toList();
    }

    /** Behind the last word when it stands in the text from {@code at}; -1 when it does not. */
    int end(List<String> text, int at, Set<String> small) {
        return parts.getFirst().fits(text.get(at)) ? end(text, at + 1, 1, small) : -1;
    }

    private int end(List<String> text, int at, int part, Set<String> small) {
        if (part == parts.size()) {
            return at;
        }
        boolean gap = parts.get(part).gap;
        int next = gap ? part + 1 : part;
        int others = 0;
        int smalls = 0;
        for (int i = at; i < text.size(); i++) {
            if (parts.get(next).fits(text.get(i))) {
                int end = end(text, i + 1, next + 1, small);
                if (end >= 0) {
                    return end;
                }
            }
            boolean isSmall = small.contains(text.get(i));
            smalls += isSmall ? 1 : 0;
            others += isSmall ? 0 : 1;
            if (smalls > SMALL_BETWEEN + (gap ? ANY : 0) || others > (gap ? ANY : 0)) {
                return -1;
            }
        }
        return -1;
    }
}
