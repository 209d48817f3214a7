package io.attune.understanding;

import java.text.Normalizer;

/**
 * Letters as people type them in a hurry: lower case, accents dropped, curly quotes straightened. Each character keeps its
 * place, so that a position in the folded text is one in the original.
 */
public final class Folding {
    private static final int TABLE = 0x2100;
    private static final char[] FOLDED = table();

    private Folding() {}

    public static char fold(char letter) {
        return letter < TABLE ? FOLDED[letter] : Character.toLowerCase(letter);
    }

    /** A copy of the same length. */
    public static String fold(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char letter = 0; letter < TABLE; letter++) {
            table[letter] = foldOne(letter);
        }
        return table;
    }

    private static char foldOne(char letter) {
        switch (letter) {
            case '\u2018', '\u2019', '\u00b4', '`', '\u02bc':
                return '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
                return '"';
            case '\u2013', '\u2014', '\u2011', '\u2010':
                return '-';
            case '\u00a0', '\u2007', '\u2009', '\u202f', '\t', '\n', '\r':
                return ' ';
            case '\u00df':
                return 's';
            case '\u00e6', '\u00c6':
                return 'a';
            case '\u0153', '\u0152', '\u00f8', '\u00d8':
                return 'o';
            default:
                char lower = Character.toLowerCase(letter);
                if (lower < 0x80 || !Character.isLetter(lower)) {
                    return lower;
                }
                char base = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                        .charAt(0);
                return Character.isLetter(base) ? base : lower;
        }
    }
}
