package io.attune.customer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fingerprint of the words of a message: which of 64 places its content words fall on. Tells whether two messages use
 * nearly the same words, in any order, and no more: the words cannot be had back from it.
 *
 * <p>A word is cut to its first six letters, so that endings do not count; words under four letters carry little and are
 * left out. Likeness is the share of the places that both have (Jaccard).
 */
public final class WordPrint {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 4;
    private static final int STEM = 6;
    private static final int FEWEST = 3;
    private static final double ALIKE = 0.6;

    private WordPrint() {}

    /** Sixteen hexadecimal digits; empty when there are fewer than three content words, which would be like too much. */
    public static Optional<String> of(String text) {
        long places = 0;
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String word : BETWEEN.split(plain)) {
            if (word.length() >= SHORTEST) {
                places |= 1L << place(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return Long.bitCount(places) < FEWEST ? Optional.empty() : Optional.of(String.format("%016x", places));
    }

    /** The top six bits of FNV-1a. */
    private static int place(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return (int) (hash >>> 58);
    }

    /** Whether two fingerprints are of nearly the same words. */
    public static boolean areAlike(String one, String other) {
        long a = Long.parseUnsignedLong(one, 16);
        long b = Long.parseUnsignedLong(other, 16);
        return Long.bitCount(a & b) >= ALIKE * Long.bitCount(a | b);
    }
}
