package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code seen}: for each cause, of 100 customers who have it, how many show each value of a fact. */
final class SeenReader {
    private static final String OTHERS = "others";
    private final Faults faults;
    private final List<String> causes;
    private boolean whole = true;

    SeenReader(Faults faults, List<String> causes) {
        this.faults = faults;
        this.causes = causes;
    }

    /** @param count how many values the fact has */
    Map<String, List<Double>> read(String fact, Section table, int count) {
        var rows = new LinkedHashMap<String, List<Double>>();
        table.values().forEach((cause, value) -> {
            if (!causes.contains(cause) && !cause.equals(OTHERS)) {
                faults.unknown(table.key(cause), FaultKind.UNKNOWN_CAUSE, "the cause", cause, causes);
            }
            var words = table.words(value, cause);
            var row = words.stream()
                    .flatMap(word -> table.number(word, cause).stream())
                    .toList();
            double sum = row.stream().mapToDouble(Double::doubleValue).sum();
            boolean fits = row.size() == count;
            whole &= fits;
            rows.put(
                    cause,
                    fits ? row.stream().map(figure -> figure / 100).toList() : Collections.nCopies(count, 1.0 / count));
            if (words.size() != count) {
                faults.add(
                        value,
                        FaultKind.SEEN_COUNT,
                        "'" + cause + "' has " + words.size() + " figures for the " + count + " values of '" + fact
                                + "'; give one for each value");
            } else if (fits && (Math.abs(sum - 100) > 0.5 || row.stream().anyMatch(one -> one < 0))) {
                faults.add(
                        value,
                        FaultKind.SEEN_SUM,
                        "the figures of '" + cause + "' must be per cent and add up to 100, not " + Math.round(sum));
            }
        });
        List<Double> others = rows.remove(OTHERS);
        for (String cause : causes) {
            if (others != null) {
                rows.putIfAbsent(cause, others);
            } else if (!rows.containsKey(cause)) {
                faults.add(
                        table.node(),
                        FaultKind.SEEN_ROW_MISSING,
                        "'seen' of '" + fact + "' has no line for '" + cause + "'; add one, or 'others'");
            }
        }
        if (whole && count > 1 && causes.size() > 1 && rows.keySet().containsAll(causes) && isOneRow(rows)) {
            faults.add(
                    table.node(),
                    FaultKind.FACT_TELLS_NOTHING,
                    "the fact '" + fact + "' tells no causes apart, as 'seen' is the same for all; remove the fact");
        }
        return rows;
    }

    private boolean isOneRow(Map<String, List<Double>> rows) {
        return causes.stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                == 1;
    }
}
