package io.attune.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measured facts at one time, in a form that is kept with each remedy tried, so that a later contact can say whether and
 * how the diagnosis changed. Values are those of the dialog ("low"), so that noise in a figure is no change.
 */
record Fingerprint(Map<String, String> measured) {
    Fingerprint {
        measured = new TreeMap<>(measured);
    }

    static Fingerprint read(@Nullable String text) {
        var measured = new TreeMap<String, String>();
        if (text != null) {
            for (String pair : text.split(";")) {
                int split = pair.indexOf('=');
                if (split > 0) {
                    measured.put(pair.substring(0, split), pair.substring(split + 1));
                }
            }
        }
        return new Fingerprint(measured);
    }

    String text() {
        return measured.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }

    /** What differs now. A fact that either side does not know is no change. */
    List<Change> changesTo(Fingerprint now, List<String> ignored) {
        var changes = new ArrayList<Change>();
        measured.forEach((fact, was) -> {
            String is = now.measured.get(fact);
            if (is != null && !is.equals(was) && !ignored.contains(fact)) {
                changes.add(new Change(fact, was, is));
            }
        });
        return changes;
    }

    record Change(String fact, String was, String is) {}
}
