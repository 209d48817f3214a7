package io.attune.channel;

import org.jspecify.annotations.Nullable;

/**
 * What a channel can show. Lengths are in UTF-16 units, which is never more than what a channel counts.
 *
 * @param text the longest plain message
 * @param buttons answers as buttons under a message; null where there are none
 * @param list answers in a list that opens; null where there is none
 */
public record Shows(
        int text, @Nullable Menu buttons, @Nullable Menu list) {
    /** Words alone: a text message, a mail, a terminal. */
    public static Shows onlyText(int text) {
        return new Shows(text, null, null);
    }

    /**
     * A way to offer answers.
     *
     * @param most answers at once
     * @param body the longest text above them
     * @param title the longest label
     * @param desc the longest second line; 0 where there is none
     * @param id the longest id
     */
    public record Menu(int most, int body, int title, int desc, int id) {}
}
