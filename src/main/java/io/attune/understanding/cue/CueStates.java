package io.attune.understanding.cue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * The states of an automaton and where each word leads from them, by number and in arrays: there are some fifty thousand,
 * most of them with one way on, and as many maps would take ten times the memory.
 */
final class CueStates {
    /** State {@code s} goes on from {@code first[s]} to before {@code first[s + 1]}. */
    private final int[] first;

    /** Ascending within a state; {@link Growing#ANY} for whatever the next word is. */
    private final int[] words;

    private final int[] targets;
    private final List<Set<String>> kinds;

    private CueStates(int[] first, int[] words, int[] targets, List<Set<String>> kinds) {
        this.first = first;
        this.words = words;
        this.targets = targets;
        this.kinds = kinds;
    }

    static CueStates of(List<Growing> states) {
        int[] first = new int[states.size() + 1];
        for (Growing state : states) {
            first[state.number + 1] = first[state.number]
                    + state.next.values().stream().mapToInt(Set::size).sum();
        }
        int[] words = new int[first[states.size()]];
        int[] targets = new int[words.length];
        for (Growing state : states) {
            int at = first[state.number];
            for (Map.Entry<Integer, Set<Integer>> way : state.next.entrySet()) {
                for (int target : way.getValue()) {
                    words[at] = way.getKey();
                    targets[at++] = target;
                }
            }
        }
        return new CueStates(
                first,
                words,
                targets,
                states.stream().map(state -> Set.copyOf(state.kinds)).toList());
    }

    /** The states that {@code word} leads to from {@code state}. */
    void after(int state, int word, IntConsumer reached) {
        int at = Arrays.binarySearch(words, first[state], first[state + 1], word);
        if (at < 0) {
            return;
        }
        while (at > first[state] && words[at - 1] == word) {
            at--;
        }
        for (; at < first[state + 1] && words[at] == word; at++) {
            reached.accept(targets[at]);
        }
    }

    /** What has been said when this state is reached. */
    Set<String> kinds(int state) {
        return kinds.get(state);
    }

    /** A state while patterns are still added. */
    static final class Growing {
        /** In place of a word: any will do. */
        static final int ANY = -1;

        final int number;
        final Map<Integer, Set<Integer>> next = new TreeMap<>();
        final Set<String> kinds = new TreeSet<>();

        Growing(int number) {
            this.number = number;
        }

        void leads(int word, Growing target) {
            next.computeIfAbsent(word, key -> new TreeSet<>()).add(target.number);
        }
    }
}
