package io.attune.dialog.yaml;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The values that a text names in braces. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]*)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    private Placeholders() {}

    static List<String> of(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Whether a brace stands in the text that is none of a placeholder's, and would be said as it is. */
    static boolean isBroken(String text) {
        return BRACE.matcher(NAME.matcher(text).replaceAll((MatchResult any) -> ""))
                .find();
    }
}
