package io.attune.cli.story;

import io.attune.cli.story.Coverage.What;
import io.attune.dialog.Dialog;
import io.attune.dialog.yaml.Places;
import io.attune.dialog.yaml.Places.Place;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells in per cent how much of the dialogs the stories have reached, and where the rest stands. */
public final class CoverageReport {
    private final Coverage coverage;

    public CoverageReport(Coverage coverage) {
        this.coverage = coverage;
    }

    /** A line for each dialog, one for what all dialogs say, one for each language, and one for all. */
    public List<String> summary() {
        var lines = new ArrayList<String>();
        var sums = new int[What.values().length][2];
        for (Dialog dialog : coverage.book().inOrder()) {
            var parts = new ArrayList<String>();
            var not = new ArrayList<String>();
            for (What what : What.values()) {
                List<String> all = Coverage.parts(dialog, what);
                long reached = all.stream()
                        .filter(name -> coverage.hasReached(dialog.id(), what, name))
                        .count();
                sums[what.ordinal()][0] += (int) reached;
                sums[what.ordinal()][1] += all.size();
                part(what.plural, reached, all.size()).ifPresent(parts::add);
                if (what == What.STEP) {
                    all.stream()
                            .filter(name -> !coverage.hasReached(dialog.id(), what, name))
                            .forEach(not::add);
                }
            }
            wordings(dialog.id(), one -> true).ifPresent(parts::add);
            lines.add(dialog.id() + ": " + String.join(", ", parts)
                    + (not.isEmpty() ? "" : "; not: " + String.join(", ", not)));
        }
        wordings("", one -> true).ifPresent(part -> lines.add("texts of all dialogs: " + part));
        for (Language language : Language.values()) {
            wordings(all(), one -> one.language() == language)
                    .ifPresent(part -> lines.add("in " + language.code() + ": " + part));
        }
        var total = new ArrayList<String>();
        for (What what : What.values()) {
            part(what.plural, sums[what.ordinal()][0], sums[what.ordinal()][1]).ifPresent(total::add);
        }
        wordings(all(), one -> true).ifPresent(total::add);
        lines.add("all dialogs: " + String.join(", ", total));
        return lines;
    }

    private List<Sayable> all() {
        return Stream.concat(Stream.of(""), coverage.book().dialogs().keySet().stream())
                .flatMap(dialog -> coverage.sayable(dialog).stream())
                .toList();
    }

    private Optional<String> wordings(String dialog, Predicate<Sayable> wanted) {
        return wordings(coverage.sayable(dialog), wanted);
    }

    private Optional<String> wordings(List<Sayable> of, Predicate<Sayable> wanted) {
        List<Sayable> all = of.stream().filter(wanted).toList();
        return part("wordings", all.stream().filter(coverage::hasSaid).count(), all.size());
    }

    private static Optional<String> part(String plural, long reached, int all) {
        return all == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%s %d of %d (%.0f %%)", plural, reached, all, 100.0 * reached / all));
    }

    /** A line for everything that no story has reached, as {@code file:line: …}, in the order of files and lines. */
    public List<String> missed(Places places) {
        var missed = new TreeSet<Missed>();
        for (Dialog dialog : coverage.book().inOrder()) {
            for (What what : What.values()) {
                for (String name : Coverage.parts(dialog, what)) {
                    if (!coverage.hasReached(dialog.id(), what, name)) {
                        missed.add(new Missed(
                                places.ofPart(dialog.id(), name.split("=", 2)[0]),
                                "no story reaches the " + what.singular + " '" + name + "'"));
                    }
                }
            }
        }
        all().stream()
                .filter(one -> !coverage.hasSaid(one))
                .forEach(one -> missed.add(new Missed(
                        places.ofText(one.dialog(), one.path()),
                        "no story hears '" + one.key() + "' in "
                                + one.language().code()
                                + (one.variant().equals("standard") ? "" : ", " + one.variant()))));
        return missed.stream().map(Missed::toString).toList();
    }

    private record Missed(Place place, String what) implements Comparable<Missed> {
        @Override
        public int compareTo(Missed other) {
            int order = place.compareTo(other.place);
            return order == 0 ? what.compareTo(other.what) : order;
        }

        @Override
        public String toString() {
            return place + ": " + what;
        }
    }
}
