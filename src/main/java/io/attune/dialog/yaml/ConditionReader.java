package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the left side of a table line: a word, {@code below 3}, {@code from 60% of line.planMbps}, known, unknown, other. */
final class ConditionReader {
    private static final Pattern COMPARED =
            Pattern.compile("(below|from)\\s+(\\d+(?:\\.\\d+)?)\\s*(?:%\\s+of\\s+([A-Za-z][A-Za-z0-9_.-]*))?");

    private ConditionReader() {}

    static Condition read(String text) {
        Matcher compared = COMPARED.matcher(text.strip());
        if (compared.matches()) {
            return new Condition.Compared(
                    compared.group(1).equals("below"), Double.parseDouble(compared.group(2)), compared.group(3));
        }
        return switch (text.strip()) {
            case "known" -> new Condition.Known();
            case "unknown" -> new Condition.Unknown();
            case "other" -> new Condition.Other();
            default -> new Condition.Is(text.strip());
        };
    }
}
