package io.attune.channel;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text that is too long for one message: between paragraphs, else lines, sentences, words, characters. */
final class Parts {
    private Parts() {}

    /**
     * @param most the longest part
     * @param last the longest last part, at most {@code most}
     * @return at least one; joined without the white space at the cuts, they are the text
     */
    static List<String> of(String text, int most, int last) {
        var parts = new ArrayList<String>();
        String rest = text.strip();
        while (rest.length() > last) {
            int cut = rest.length() > most ? before(rest, most) : after(rest, rest.length() - last);
            parts.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /** The last good place up to {@code most}. */
    private static int before(String text, int most) {
        int cut = Math.max(text.lastIndexOf("\n\n", most), 0);
        cut = cut > 0 ? cut : Math.max(text.lastIndexOf('\n', most), 0);
        cut = cut > 0 ? cut : preceding(BreakIterator.getSentenceInstance(Locale.ROOT), text, most);
        for (int i = most; cut == 0 && i > 0; i--) {
            cut = Character.isWhitespace(text.charAt(i)) ? i : 0;
        }
        return cut > 0 ? cut : character(text, most);
    }

    /** The first good place from {@code least} on, so that what is left fits. */
    private static int after(String text, int least) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int cut = sentences.isBoundary(least) ? least : sentences.following(least);
        if (cut != BreakIterator.DONE && cut < text.length()) {
            return cut;
        }
        for (int i = least; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        int boundary = character(text, least);
        return boundary < least && least + 1 < text.length() ? least + 1 : least;
    }

    private static int preceding(BreakIterator by, String text, int most) {
        by.setText(text);
        return by.isBoundary(most) ? most : Math.max(by.preceding(most), 0);
    }

    /** Never in the middle of what a reader takes for one sign; but rather that than nothing at all. */
    private static int character(String text, int most) {
        int cut = preceding(BreakIterator.getCharacterInstance(Locale.ROOT), text, most);
        if (cut > 0) {
            return cut;
        }
        return most > 1 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
