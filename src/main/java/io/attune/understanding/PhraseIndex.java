package io.attune.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds known phrases in running words, in one pass; of phrases that begin at the same word, the longest. */
public final class PhraseIndex<T> {
    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private @Nullable T value;
    }

    /**
     * @param first index of the first word
     * @param last index of the last word, inclusive
     */
    public record Hit<T>(T value, int first, int last) {}

    private final Node<T> root = new Node<>();

    /** Adds a phrase; of two meanings for the same words, the first stays. A phrase without a word is left out. */
    public void add(String phrase, T value) {
        Words words = Words.of(phrase);
        if (words.size() == 0) {
            return;
        }
        Node<T> node = root;
        for (int i = 0; i < words.size(); i++) {
            node = node.next.computeIfAbsent(words.word(i), word -> new Node<>());
        }
        if (node.value == null) {
            node.value = value;
        }
    }

    /** Every hit in reading order; hits do not overlap. */
    public List<Hit<T>> find(Words words) {
        return find(words, UnaryOperator.identity());
    }

    /** @param reading what a word is read as, such as its right spelling */
    public List<Hit<T>> find(Words words, UnaryOperator<String> reading) {
        List<Hit<T>> hits = new ArrayList<>(4);
        for (int i = 0; i < words.size(); i++) {
            Hit<T> hit = longestAt(words, i, reading);
            if (hit != null) {
                hits.add(hit);
                i = hit.last();
            }
        }
        return hits;
    }

    private @Nullable Hit<T> longestAt(Words words, int first, UnaryOperator<String> reading) {
        Hit<T> longest = null;
        Node<T> node = root;
        for (int i = first; i < words.size(); i++) {
            node = node.next.get(reading.apply(words.word(i)));
            if (node == null) {
                return longest;
            }
            if (node.value != null) {
                longest = new Hit<>(node.value, first, i);
            }
        }
        return longest;
    }
}
