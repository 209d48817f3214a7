package io.attune.message;

import java.util.regex.Pattern;

/** The form of every id on the wire: 1 to 64 of {@code A-Za-z0-9_.:-}. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private Ids() {}

    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }
}
