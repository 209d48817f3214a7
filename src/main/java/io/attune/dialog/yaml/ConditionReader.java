package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
import io.attune.dialog.FaultKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the left side of a table line: a word, {@code below 3}, {@code from 60% of line.planMbps}, known, unknown, other. */
final class ConditionReader {
    private static final Pattern COMPARED =
            Pattern.compile("(below|from)\\s+(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(?:%\\s+of\\s+([A-Za-z][A-Za-z0-9_.-]*))?");
    /** What people write for a comparison, and what would silently be taken for a word. */
    private static final Pattern MEANT = Pattern.compile(
            "[<>=]=?.*|(below|from|above|over|under|until|up to|at least|at most|more than|less than)\\s.*|\\d+\\s*(-|to)\\s*\\d+");

    private final Faults faults;
    private final Data data;

    ConditionReader(Faults faults, Data data) {
        this.faults = faults;
        this.data = data;
    }

    /** @param source where a value that is compared with comes from */
    Condition read(String text, Node at, Data.Source source) {
        Matcher compared = COMPARED.matcher(text.strip());
        if (compared.matches()) {
            if (compared.group(3) != null) {
                data.uses(compared.group(3), source, Faults.line(at), faults);
            }
            return new Condition.Compared(
                    compared.group(1).equals("below"), Double.parseDouble(compared.group(2)), compared.group(3));
        }
        if (MEANT.matcher(text.strip()).matches()) {
            faults.add(
                    at,
                    FaultKind.CONDITION,
                    "'" + text.strip()
                            + "' is no comparison; write 'below 3', 'from 3' or 'from 60% of line.planMbps'");
        }
        return switch (text.strip()) {
            case "known" -> new Condition.Known();
            case "unknown" -> new Condition.Unknown();
            case "other" -> new Condition.Other();
            default -> new Condition.Is(text.strip());
        };
    }

    /** Whether whatever fits the later line fits the earlier one too, so that the later never applies. */
    static boolean covers(Condition earlier, Condition later) {
        if (earlier.equals(later) || earlier instanceof Condition.Always) {
            return true;
        }
        return switch (earlier) {
            case Condition.Other other -> !(later instanceof Condition.Unknown) && !(later instanceof Condition.Always);
            case Condition.Known known -> !(later instanceof Condition.Unknown) && !(later instanceof Condition.Always);
            case Condition.Compared one
            when later instanceof Condition.Compared two ->
                one.below() == two.below()
                        && java.util.Objects.equals(one.percentOf(), two.percentOf())
                        && (one.below() ? two.limit() <= one.limit() : two.limit() >= one.limit());
            default -> false;
        };
    }
}
