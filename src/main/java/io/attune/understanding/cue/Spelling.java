package io.attune.understanding.cue;

/**
 * Whether a word may be a misspelling of another: of five letters or more with one letter wrong, missing, doubled or two
 * swapped, and the same first letter; one of four letters may have its middle swapped.
 */
final class Spelling {
    static final int LONG_ENOUGH = 5;

    private Spelling() {}

    static boolean alike(String expected, String written) {
        if (expected.equals(written)) {
            return true;
        }
        if (expected.length() == LONG_ENOUGH - 1) {
            return written.length() == expected.length()
                    && expected.charAt(0) == written.charAt(0)
                    && expected.charAt(1) == written.charAt(2)
                    && expected.charAt(2) == written.charAt(1)
                    && expected.charAt(3) == written.charAt(3);
        }
        int difference = expected.length() - written.length();
        return expected.length() >= LONG_ENOUGH
                && written.length() >= LONG_ENOUGH - 1
                && difference <= 1
                && difference >= -1
                && expected.charAt(0) == written.charAt(0)
                && oneEdit(expected, written);
    }

    private static boolean oneEdit(String a, String b) {
        int from = 0;
        int shorter = Math.min(a.length(), b.length());
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int leftA = endA - from;
        int leftB = endB - from;
        boolean swapped = leftA == 2
                && leftB == 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
        return (leftA <= 1 && leftB <= 1) || swapped;
    }
}
