package io.attune.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The {@code attune.*} keys that exist; {@code *} in one stands for a name that the operator chooses. */
public final class KnownSettings {
    /** A name of the operator's, quoted when it has a dot in it. */
    private static final String NAME = "(?:\"[^\"]+\"|[^.\"]+)";

    private static final String INDEX = "(?:\\[\\d+])?";

    private final Map<String, Pattern> keys = new TreeMap<>();
    private final Map<String, Pattern> variables = new TreeMap<>();

    public KnownSettings(Collection<String> names) {
        for (String name : names) {
            String key = name.replace("[*]", "");
            keys.put(key, Pattern.compile(Pattern.quote(key).replace("*", "\\E" + NAME + "\\Q") + INDEX));
            variables.put(variable(key), Pattern.compile(variable(key).replace("*", "[A-Z0-9_]+") + "(?:_\\d+_)?"));
        }
    }

    /** All of them, in order. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** What is wrong with a key, if anything. */
    public Optional<String> fault(String key) {
        return fault(key, keys);
    }

    /** What is wrong with an environment variable that starts with {@code ATTUNE_}, if anything. */
    public Optional<String> faultOfVariable(String variable) {
        return fault(variable, variables);
    }

    private static Optional<String> fault(String given, Map<String, Pattern> known) {
        if (known.values().stream().anyMatch(pattern -> pattern.matcher(given).matches())) {
            return Optional.empty();
        }
        String nearest = known.keySet().stream()
                .min(Comparator.comparingInt(candidate -> distance(given, candidate)))
                .orElse("");
        return Optional.of(given + " is no setting of Attune; did you mean " + nearest + "?");
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_");
    }

    /** Levenshtein's: how many letters differ. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
