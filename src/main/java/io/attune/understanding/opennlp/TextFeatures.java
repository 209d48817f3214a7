package io.attune.understanding.opennlp;

import io.attune.understanding.Folding;
import java.util.Arrays;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * What the classifier sees of a text: words, pairs of neighbouring words, and runs of 3 to 5 characters within a word. The
 * runs are what survives misspelling and inflection. Of a number, its length counts.
 */
final class TextFeatures {
    static final char WORD = 'w';
    static final char PAIR = 'b';
    static final char LETTERS = 'c';
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int LONGEST_NUMBER = 6;

    /** Takes each feature as it stands in the text, with repetitions; {@code buffer} is only lent. */
    interface Sink {
        void feature(char kind, char[] buffer, int from, int to);
    }

    private TextFeatures() {}

    static void extract(CharSequence text, Sink sink) {
        String folded = Folding.fold(text);
        Span[] spans = SimpleTokenizer.INSTANCE.tokenizePos(folded);
        char[] buffer = new char[folded.length() + spans.length + 2];
        buffer[0] = ' ';
        int end = 1;
        int previous = -1;
        for (Span span : spans) {
            int start = end;
            end = append(folded, span, buffer, start);
            if (end == start) {
                continue;
            }
            sink.feature(WORD, buffer, start, end);
            if (previous >= 0) {
                sink.feature(PAIR, buffer, previous, end);
            }
            previous = start;
            buffer[end++] = ' ';
            letters(buffer, start - 1, end, sink);
        }
    }

    private static void letters(char[] buffer, int from, int to, Sink sink) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int start = from; start + length <= to; start++) {
                sink.feature(LETTERS, buffer, start, start + length);
            }
        }
    }

    private static int append(String folded, Span span, char[] buffer, int at) {
        char first = folded.charAt(span.getStart());
        if (Character.isDigit(first)) {
            int length = Math.min(LONGEST_NUMBER, span.length());
            Arrays.fill(buffer, at, at + length, '0');
            return at + length;
        }
        if (!Character.isLetter(first) && first != '?' && first != '!' && first < 0x2190) {
            return at;
        }
        int end = at;
        for (int i = span.getStart(); i < span.getEnd(); i++) {
            char letter = folded.charAt(i);
            boolean third = end - at >= 2 && buffer[end - 1] == letter && buffer[end - 2] == letter;
            if (!third) {
                buffer[end++] = letter;
            }
        }
        return end;
    }
}
