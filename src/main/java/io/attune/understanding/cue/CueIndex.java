package io.attune.understanding.cue;

import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds patterns in running words, all of them in one pass: an automaton whose states are sets of what was begun. */
final class CueIndex {
    /** A single word is known through a misspelling only if it is this long: short ones have too many neighbours. */
    private static final int LONG_ALONE = 7;

    /** A bound for the memory: beyond it, what is new is worked out each time. */
    private static final int MOST_MET = 20_000;

    private static final class State {
        private final Map<Integer, List<State>> next = new HashMap<>(2);
        private final Map<Integer, State> alone = new HashMap<>(2);
        private final List<State> any = new ArrayList<>(0);
        private final Set<String> kinds = new HashSet<>(2);
    }

    /** All that has begun and may go on, with where the next word leads: worked out when it is first met, and kept. */
    private static final class Begun {
        private final Set<State> states;
        private final Set<String> kinds = new HashSet<>(2);
        private final Map<Integer, Begun> after = new ConcurrentHashMap<>(2);

        Begun(Set<State> states) {
            this.states = states;
            states.forEach(state -> kinds.addAll(state.kinds));
        }
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
    private final Map<Set<State>, Begun> met = new ConcurrentHashMap<>();
    private final Begun beginning = new Begun(Set.of(start));

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
        boolean[] stops = new boolean[words.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = vocabulary.read(words.word(i));
            exact[i] = vocabulary.knows(words.word(i));
            stops[i] = words.endsSentence(i);
        }
        List<Hit> hits = new ArrayList<>(4);
        Map<String, Integer> taken = new HashMap<>(4);
        for (int i = 0; i < read.length; i++) {
            if (read[i].length > 0) {
                Map<String, Integer> ends = ends(read, i, stops);
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
    private Map<String, Integer> ends(int[][] read, int first, boolean[] stops) {
        Map<String, Integer> ends = Map.of();
        Begun begun = beginning;
        for (int i = first; i < read.length; i++) {
            boolean inside = (i == first || !stops[i - 1]) && (i + 1 == read.length || !stops[i]);
            begun = after(begun, read[i], inside);
            if (begun.states.isEmpty()) {
                return ends;
            }
            if (!begun.kinds.isEmpty()) {
                ends = ends.isEmpty() ? new HashMap<>(4) : ends;
                for (String kind : begun.kinds) {
                    ends.put(kind, i);
                }
            }
        }
        return ends;
    }

    private Begun after(Begun begun, int[] read, boolean inside) {
        if (read.length > 1) {
            return further(begun, read, inside);
        }
        int step = 2 * (read.length == 0 ? 0 : read[0] + 1) + (inside ? 1 : 0);
        Begun known = begun.after.get(step);
        if (known == null) {
            known = further(begun, read, inside);
            if (met.size() < MOST_MET) {
                begun.after.put(step, known);
            }
        }
        return known;
    }

    private Begun further(Begun begun, int[] read, boolean inside) {
        Set<State> further = new HashSet<>();
        for (State state : begun.states) {
            for (int number : read) {
                further.addAll(state.next.getOrDefault(number, List.of()));
            }
            if (inside) {
                further.addAll(state.any);
            }
        }
        return met.size() < MOST_MET ? met.computeIfAbsent(further, Begun::new) : new Begun(further);
    }
}
