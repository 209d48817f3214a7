package io.attune.understanding.opennlp;

import io.attune.understanding.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds utterances that stand twice in training data, with the same label or, worse, with another. */
public final class RowFaults {
    private RowFaults() {}

    /** A line each, {@code file:line: what is wrong}; capitals and accents make no difference. */
    public static List<String> of(List<Row> rows) {
        Map<String, Row> seen = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            Row first = seen.putIfAbsent(Folding.fold(row.text()).strip(), row);
            if (first == null) {
                continue;
            }
            boolean same = first.label().equals(row.label());
            faults.add(row.source() + ": "
                    + (same
                            ? "stands already in " + first.source()
                            : "is " + row.label() + " here and " + first.label() + " in " + first.source()));
        }
        return faults;
    }
}
