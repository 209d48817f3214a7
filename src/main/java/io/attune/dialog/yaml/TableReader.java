package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
import io.attune.dialog.Condition.Compared;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Learn.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a table that makes a value of a fact out of what is looked at. */
final class TableReader {
    private final Faults faults;
    private final ConditionReader conditions;

    TableReader(Faults faults, ConditionReader conditions) {
        this.faults = faults;
        this.conditions = conditions;
    }

    /** @param known the fact's values */
    List<Case> cases(String name, Node node, List<String> known, Data.Source source) {
        Section table = Section.of(node, "the table of '" + name + "'", faults);
        var cases = new ArrayList<Case>();
        table.values()
                .forEach((when, value) -> table.scalar(value, when).ifPresent(means -> {
                    if (!known.contains(means)) {
                        faults.unknown(value, FaultKind.UNKNOWN_VALUE, "the value", means, known);
                    }
                    Condition condition = conditions.read(when, table.key(when), source);
                    cases.stream()
                            .filter(earlier -> ConditionReader.covers(earlier.when(), condition))
                            .findFirst()
                            .ifPresent(earlier -> faults.add(
                                    table.key(when),
                                    FaultKind.DEAD_LINE,
                                    "the line '" + when
                                            + "' never applies, as a line above it takes everything it would;"
                                            + " put it first or remove it"));
                    cases.add(new Case(condition, means));
                }));
        gap(table.node(), name, cases);
        return cases;
    }

    /** Between {@code below 4} and {@code from 5} there is nothing for 4. */
    private void gap(Node at, String name, List<Case> cases) {
        boolean hasOther = cases.stream()
                .map(Case::when)
                .anyMatch(when -> when instanceof Condition.Other || when instanceof Condition.Known);
        Optional<Compared> below = highest(cases, true);
        Optional<Compared> from = highest(cases, false);
        if (!hasOther
                && below.isPresent()
                && from.isPresent()
                && Objects.equals(below.get().percentOf(), from.get().percentOf())
                && below.get().limit() < from.get().limit()) {
            faults.add(
                    at,
                    FaultKind.TABLE_GAP,
                    "the table of '" + name + "' has no line from " + number(below.get()) + " to " + number(from.get())
                            + "; let 'below' and 'from' name the same number");
        }
    }

    /** The line that reaches farthest: the highest {@code below}, the lowest {@code from}. */
    private static Optional<Compared> highest(List<Case> cases, boolean below) {
        return cases.stream()
                .map(Case::when)
                .filter(Compared.class::isInstance)
                .map(Compared.class::cast)
                .filter(when -> when.below() == below)
                .reduce((one, other) -> one.limit() < other.limit() == below ? other : one);
    }

    private static String number(Compared when) {
        return when.limit() == Math.rint(when.limit())
                ? String.valueOf((long) when.limit())
                : String.valueOf(when.limit());
    }
}
