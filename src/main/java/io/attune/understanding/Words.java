package io.attune.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * The folded words of a text with their places, for looking things up. A word is a run of letters and digits; an inner
 * apostrophe, hyphen or full stop splits it ({@code don't} is {@code don t}), so that spelling variants meet.
 */
public final class Words {
    private final String folded;
    private final List<String> words = new ArrayList<>();
    private int[] bounds = new int[32];

    private Words(String folded) {
        this.folded = folded;
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                add(start, i);
                start = -1;
            }
        }
    }

    public static Words of(CharSequence text) {
        return new Words(Folding.fold(text));
    }

    private void add(int start, int end) {
        int at = words.size() * 2;
        if (at == bounds.length) {
            bounds = java.util.Arrays.copyOf(bounds, at * 2);
        }
        bounds[at] = start;
        bounds[at + 1] = end;
        words.add(folded.substring(start, end));
    }

    public int size() {
        return words.size();
    }

    public String word(int index) {
        return words.get(index);
    }

    /** The first character of the word in the text. */
    public int start(int index) {
        return bounds[index * 2];
    }

    /** Behind the last character of the word in the text. */
    public int end(int index) {
        return bounds[index * 2 + 1];
    }

    /** Whether a sentence ends between this word and the next. */
    public boolean endsSentence(int index) {
        int next = index + 1 < size() ? start(index + 1) : folded.length();
        for (int i = end(index); i < next; i++) {
            boolean stops = ".!?;".indexOf(folded.charAt(i)) >= 0;
            if (stops && (i + 1 >= folded.length() || !Character.isLetterOrDigit(folded.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The whole text, folded, same length. */
    public String folded() {
        return folded;
    }

    public List<String> asList() {
        return List.copyOf(words);
    }
}
