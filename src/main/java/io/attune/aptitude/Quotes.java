package io.attune.aptitude;

/** What stands in quotes was read off a screen or a letter: whoever copies a word need not know it. */
final class Quotes {
    private static final String OPEN = "\"\u201c\u201e\u00ab";
    private static final String CLOSE = "\"\u201d\u201c\u00bb";

    private Quotes() {}

    /** The text with what is quoted blanked out, and lines that begin with {@code >} too; same length. */
    static String without(String text) {
        StringBuilder kept = new StringBuilder(text);
        int i = 0;
        while (i < text.length()) {
            int kind = OPEN.indexOf(text.charAt(i));
            boolean quotedLine = text.charAt(i) == '>' && (i == 0 || text.charAt(i - 1) == '\n');
            int end = quotedLine ? text.indexOf('\n', i) : kind < 0 ? -1 : closing(text, i + 1);
            if (quotedLine && end < 0) {
                end = text.length();
            }
            for (int j = i; j < end; j++) {
                kept.setCharAt(j, ' ');
            }
            i = Math.max(i + 1, end + 1);
        }
        return kept.toString();
    }

    private static int closing(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (CLOSE.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
