package io.attune.understanding.cue;

import io.attune.understanding.Words;
import io.attune.understanding.cue.CueStates.Growing;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds patterns in running words, all of them in one pass: an automaton whose states are sets of what was begun. */
final class CueIndex {
    /** A single word is known through a misspelling only if it is this long: short ones have too many neighbours. */
    private static final int LONG_ALONE = 7;

    /** A bound for the memory: beyond it, what is new is worked out each time. */
    private static final int MOST_MET = 20_000;

    /** All that has begun and may go on, with where the next word leads: worked out when it is first met, and kept. */
    private static final class Begun {
        private final int[] states;
        private final Set<String> kinds;
        private final Map<Integer, Begun> after = new ConcurrentHashMap<>(2);

        Begun(int[] states, Set<String> kinds) {
            this.states = states;
            this.kinds = kinds;
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

    private final Vocabulary vocabulary;
    private final CueStates states;
    private final Map<IntBuffer, Begun> met = new ConcurrentHashMap<>();
    private final Begun beginning;

    /** The patterns grow together; those that begin alike share their states. */
    static final class Builder {
        private final Vocabulary vocabulary;
        private final List<Growing> all = new ArrayList<>();
        private final Map<Growing, Map<Integer, Growing>> shared = new HashMap<>();
        private final Growing start = state();

        /** @param forgiving whether misspelt words are known */
        Builder(boolean forgiving) {
            vocabulary = new Vocabulary(forgiving);
        }

        void add(String kind, Pattern pattern) {
            grow(pattern, Set.of(start)).forEach(end -> end.kinds.add(kind));
        }

        CueIndex build() {
            return new CueIndex(vocabulary, CueStates.of(all));
        }

        private Set<Growing> grow(Pattern pattern, Set<Growing> from) {
            return switch (pattern) {
                case Pattern.Word(String word) -> Set.of(step(vocabulary.number(word), from));
                case Pattern.Sequence(List<Pattern> parts) -> {
                    Set<Growing> at = from;
                    for (Pattern part : parts) {
                        at = grow(part, at);
                    }
                    yield at;
                }
                case Pattern.Choice(List<Pattern> options, boolean optional) -> {
                    Set<Growing> at = new LinkedHashSet<>(optional ? from : Set.of());
                    options.forEach(option -> at.addAll(grow(option, from)));
                    yield at;
                }
                case Pattern.Gap(int most) -> {
                    Set<Growing> at = new LinkedHashSet<>(from);
                    Set<Growing> last = from;
                    for (int i = 0; i < most; i++) {
                        last = Set.of(link(Growing.ANY, last));
                        at.addAll(last);
                    }
                    yield at;
                }
            };
        }

        private Growing step(int word, Set<Growing> from) {
            if (from.size() != 1) {
                return link(word, from);
            }
            return shared.computeIfAbsent(from.iterator().next(), key -> new HashMap<>(2))
                    .computeIfAbsent(word, key -> link(word, from));
        }

        private Growing link(int word, Set<Growing> from) {
            Growing target = state();
            from.forEach(state -> state.leads(word, target));
            return target;
        }

        private Growing state() {
            var state = new Growing(all.size());
            all.add(state);
            return state;
        }
    }

    private CueIndex(Vocabulary vocabulary, CueStates states) {
        this.vocabulary = vocabulary;
        this.states = states;
        this.beginning = begun(new int[] {0});
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
            if (begun.states.length == 0) {
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
        var further = IntStream.builder();
        for (int state : begun.states) {
            for (int word : read) {
                states.after(state, word, further);
            }
            if (inside) {
                states.after(state, Growing.ANY, further);
            }
        }
        int[] reached = further.build().sorted().distinct().toArray();
        return met.size() < MOST_MET
                ? met.computeIfAbsent(IntBuffer.wrap(reached), key -> begun(reached))
                : begun(reached);
    }

    private Begun begun(int[] reached) {
        return new Begun(
                reached,
                Arrays.stream(reached)
                        .mapToObj(states::kinds)
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
