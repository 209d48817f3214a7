package io.attune.understanding.cue;

import java.util.List;

/** What a cue's words may look like. */
sealed interface Pattern {
    /** One folded word. */
    record Word(String word) implements Pattern {}

    /** One after the other. */
    record Sequence(List<Pattern> parts) implements Pattern {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Any one of them, or, when {@code optional}, none. */
    record Choice(List<Pattern> options, boolean optional) implements Pattern {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Up to so many words of any kind within a sentence. */
    record Gap(int most) implements Pattern {}

    /** Whether no word at all would fit too. */
    static boolean isEmpty(Pattern pattern) {
        return switch (pattern) {
            case Word word -> false;
            case Gap gap -> true;
            case Sequence(List<Pattern> parts) -> parts.stream().allMatch(Pattern::isEmpty);
            case Choice(List<Pattern> options, boolean optional) ->
                optional || options.stream().anyMatch(Pattern::isEmpty);
        };
    }
}
