package io.attune.understanding.cue;

import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds patterns in running words, all of them in one pass: an automaton whose states are sets of what was begun. */
final class CueIndex {
    /** A single word is known through a misspelling only if it is this long: short ones have too many neighbours. */
    private static final int LONG_ALONE = 7;

    private static final class State {
        private final Map<Integer, List<State>> next = new HashMap<>(2);
        private final Map<Integer, State> alone = new HashMap<>(2);
        private final List<State> any = new ArrayList<>(0);
        private final Set<String> kinds = new HashSet<>(2);
    }

    /**
     * @param first index of the first word
     * @param last index of the last word, inclusive
     */
    record Hit(String kind, int first, int last) {
        boolean overlaps(Hit other) {
            return first <= other.last && other.first <= last;
        }
    }

    private final State start = new State();
    private final Vocabulary vocabulary;

    /** @param forgiving whether misspelt words are known */
    CueIndex(boolean forgiving) {
        vocabulary = new Vocabulary(forgiving);
    }

    void add(String kind, Pattern pattern) {
        grow(pattern, Set.of(start)).forEach(end -> end.kinds.add(kind));
    }

    private Set<State> grow(Pattern pattern, Set<State> from) {
        return switch (pattern) {
            case Pattern.Word(String word) -> Set.of(step(vocabulary.number(word), from));
            case Pattern.Sequence(List<Pattern> parts) -> {
                Set<State> at = from;
                for (Pattern part : parts) {
                    at = grow(part, at);
                }
                yield at;
            }
            case Pattern.Choice(List<Pattern> options, boolean optional) -> {
                Set<State> at = new LinkedHashSet<>(optional ? from : Set.of());
                options.forEach(option -> at.addAll(grow(option, from)));
                yield at;
            }
            case Pattern.Gap(int most) -> {
                Set<State> at = new LinkedHashSet<>(from);
                Set<State> last = from;
                for (int i = 0; i < most; i++) {
                    State further = new State();
                    last.forEach(state -> state.any.add(further));
                    last = Set.of(further);
                    at.add(further);
                }
                yield at;
            }
        };
    }

    /** Patterns that begin alike share their states. */
    private static State step(int word, Set<State> from) {
        if (from.size() == 1) {
            State only = from.iterator().next();
            return only.alone.computeIfAbsent(word, key -> link(word, from));
        }
        return link(word, from);
    }

    private static State link(int word, Set<State> from) {
        State target = new State();
        from.forEach(state ->
                state.next.computeIfAbsent(word, key -> new ArrayList<>(1)).add(target));
        return target;
    }

    /** Hits in reading order; of one kind, the longest at each place and none that overlaps the one before. */
    List<Hit> find(Words words) {
        int[][] read = new int[words.size()][];
        boolean[] exact = new boolean[words.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = vocabulary.read(words.word(i));
            exact[i] = vocabulary.knows(words.word(i));
        }
        List<Hit> hits = new ArrayList<>(4);
        Map<String, Integer> taken = new HashMap<>(4);
        for (int i = 0; i < read.length; i++) {
            if (read[i].length > 0) {
                Map<String, Integer> ends = ends(read, i, words);
                for (Map.Entry<String, Integer> end : ends.entrySet()) {
                    boolean known =
                            end.getValue() > i || exact[i] || words.word(i).length() >= LONG_ALONE;
                    if (known && taken.getOrDefault(end.getKey(), -1) < i) {
                        hits.add(new Hit(end.getKey(), i, end.getValue()));
                        taken.put(end.getKey(), end.getValue());
                    }
                }
            }
        }
        return hits;
    }

    /** The last word of the longest hit of each kind that begins here. */
    private Map<String, Integer> ends(int[][] read, int first, Words words) {
        Map<String, Integer> ends = new HashMap<>(2);
        Set<State> begun = Set.of(start);
        for (int i = first; i < read.length && !begun.isEmpty(); i++) {
            Set<State> further = new LinkedHashSet<>(4);
            boolean sameSentence = i == first || !words.endsSentence(i - 1);
            for (State state : begun) {
                for (int number : read[i]) {
                    further.addAll(state.next.getOrDefault(number, List.of()));
                }
                if (sameSentence && (i + 1 == read.length || !words.endsSentence(i))) {
                    further.addAll(state.any);
                }
            }
            for (State state : further) {
                for (String kind : state.kinds) {
                    ends.put(kind, i);
                }
            }
            begun = further;
        }
        return ends;
    }
}
