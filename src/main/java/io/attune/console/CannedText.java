package io.attune.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of canned replies. */
final class CannedText {
    static final Set<String> VARIABLES =
            Set.of("customer.name", "customer.plan", "agent.name", "wait.minutes", "local.time", "goal", "brand");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private CannedText() {}

    /** @param missing variables that have no value here, left in the text as they are */
    record Filled(String text, List<String> missing) {}

    static List<String> unknown(String text) {
        var unknown = new LinkedHashSet<String>();
        VARIABLE.matcher(text).results().map(match -> match.group(1)).forEach(unknown::add);
        unknown.removeAll(VARIABLES);
        return List.copyOf(unknown);
    }

    static Filled fill(String text, Map<String, String> values) {
        var missing = new ArrayList<String>();
        String filled = VARIABLE.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                missing.add(match.group(1));
                return Matcher.quoteReplacement(match.group());
            }
            return Matcher.quoteReplacement(value);
        });
        return new Filled(filled, missing);
    }
}
