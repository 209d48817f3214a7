package io.attune.dialog.yaml;

import io.attune.dialog.Learn;
import io.attune.dialog.Learn.Case;
import io.attune.dialog.Texts;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Cause;
import io.attune.dialog.Troubleshoot.Check;
import io.attune.dialog.Troubleshoot.Effort;
import io.attune.dialog.Troubleshoot.Fact;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a troubleshooting dialog. */
final class TroubleshootReader {
    static final Map<String, Double> DIFFICULTIES =
            Map.of("trivial", -4.0, "easy", -2.5, "medium", -1.0, "hard", 0.5, "expert", 2.0);
    private static final String OTHERS = "others";
    private final Faults faults;
    private final List<String> causes = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    TroubleshootReader(Faults faults) {
        this.faults = faults;
    }

    Troubleshoot read(String id, List<String> intents, Texts texts, Section file) {
        var read = new ArrayList<Cause>();
        file.need("causes").ifPresent(node -> {
            Section section = Section.of(node, "'causes'", faults);
            section.values().forEach((name, value) -> read.add(cause(section, name, value)));
        });
        read.forEach(cause -> causes.add(cause.id()));
        var facts = new ArrayList<Fact>();
        file.need("facts").ifPresent(node -> {
            Section section = Section.of(node, "'facts'", faults);
            section.values().forEach((name, value) -> fact(name, value).ifPresent(facts::add));
        });
        var remedies = new ArrayList<Remedy>();
        file.need("remedies").ifPresent(node -> {
            Section section = Section.of(node, "'remedies'", faults);
            section.values().forEach((name, value) -> remedies.add(remedy(name, value, section.key(name))));
        });
        return new Troubleshoot(id, intents, texts, read, facts, remedies);
    }

    private Cause cause(Section causes, String name, Node value) {
        double odds;
        boolean agent = false;
        if (value instanceof ScalarNode) {
            odds = causes.number(value, name).orElse(0.0);
        } else {
            Section section = Section.of(value, "the cause '" + name + "'", faults);
            odds = section.number("odds").orElse(0.0);
            agent = section.text("needs").filter("agent"::equals).isPresent();
            section.done();
        }
        if (!(odds > 0)) {
            faults.add(value, "the cause '" + name + "' needs odds above 0, such as 'odds: 10'");
        }
        return new Cause(name, odds, agent);
    }

    private Optional<Fact> fact(String name, Node node) {
        Section section = Section.of(node, "the fact '" + name + "'", faults);
        List<String> names =
                section.words("values").stream().map(ScalarNode::getValue).toList();
        values.put(name, names);
        if (names.size() < 2) {
            faults.add(node, "the fact '" + name + "' needs at least two values, such as 'values: [good, weak]'");
        }
        var learn = new ArrayList<Learn>();
        section.section("diagnostics")
                .ifPresent(tests -> tests.values()
                        .forEach((reading, table) ->
                                learn.add(new Learn.FromDiagnostics(reading, cases(reading, table, names)))));
        section.section("history").ifPresent(history -> {
            double days = history.number("days").orElse(14.0);
            history.need("queries")
                    .ifPresent(table -> learn.add(new Learn.FromHistory((int) days, cases("queries", table, names))));
            history.done();
        });
        section.section("profile")
                .ifPresent(fields -> fields.values()
                        .forEach(
                                (field, table) -> learn.add(new Learn.FromProfile(field, cases(field, table, names)))));
        Effort ask = section.section("ask").map(this::effort).orElse(null);
        if (learn.isEmpty() && ask == null) {
            faults.add(
                    node, "nothing can tell the fact '" + name + "'; add 'ask', 'diagnostics', 'history' or 'profile'");
        }
        Map<String, List<Double>> seen = section.section("seen")
                .map(table -> seen(name, table, names.size()))
                .orElse(Map.of());
        if (seen.isEmpty()) {
            faults.add(node, "the fact '" + name + "' tells no causes apart; add 'seen' with a line for each cause");
        }
        section.done();
        return names.size() < 2 ? Optional.empty() : Optional.of(new Fact(name, names, learn, seen, ask));
    }

    private List<Case> cases(String name, Node node, List<String> known) {
        Section table = Section.of(node, "the table of '" + name + "'", faults);
        var cases = new ArrayList<Case>();
        table.values()
                .forEach((when, value) -> table.scalar(value, when).ifPresent(means -> {
                    if (!known.contains(means)) {
                        faults.unknown(value, "the value", means, known);
                    }
                    cases.add(new Case(ConditionReader.read(when), means));
                }));
        return cases;
    }

    private Map<String, List<Double>> seen(String fact, Section table, int count) {
        var rows = new LinkedHashMap<String, List<Double>>();
        table.values().forEach((cause, value) -> {
            if (!causes.contains(cause) && !cause.equals(OTHERS)) {
                faults.unknown(table.key(cause), "the cause", cause, causes);
            }
            var row = table.words(value, cause).stream()
                    .flatMap(word -> table.number(word, cause).stream())
                    .toList();
            double sum = row.stream().mapToDouble(Double::doubleValue).sum();
            if (row.size() != count) {
                faults.add(
                        value,
                        "'" + cause + "' has " + row.size() + " figures for the " + count + " values of '" + fact
                                + "'");
            } else if (Math.abs(sum - 100) > 0.5 || row.stream().anyMatch(figure -> figure < 0)) {
                faults.add(
                        value,
                        "the figures of '" + cause + "' must be per cent and add up to 100, not " + Math.round(sum));
            } else {
                rows.put(cause, row.stream().map(figure -> figure / 100).toList());
            }
        });
        List<Double> others = rows.remove(OTHERS);
        for (String cause : causes) {
            if (others != null) {
                rows.putIfAbsent(cause, others);
            } else if (!rows.containsKey(cause)) {
                faults.add(
                        table.node(), "'seen' of '" + fact + "' has no line for '" + cause + "'; add one, or 'others'");
            }
        }
        return rows;
    }

    private Effort effort(Section section) {
        double minutes = section.number("minutes").orElse(0.0);
        double difficulty = section.text("difficulty")
                .map(text -> difficulty(section, text))
                .orElse(-4.0);
        section.done();
        return new Effort(minutes, difficulty);
    }

    private double difficulty(Section section, String text) {
        Double named = DIFFICULTIES.get(text);
        if (named != null) {
            return named;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            faults.unknown(section.key("difficulty"), "the difficulty", text, DIFFICULTIES.keySet());
            return 0;
        }
    }

    private Remedy remedy(String name, Node node, Node at) {
        Section section = Section.of(node, "the remedy '" + name + "'", faults);
        var cures = new LinkedHashMap<String, Double>();
        section.section("cures")
                .ifPresent(table -> table.values().forEach((cause, value) -> {
                    if (!causes.contains(cause)) {
                        faults.unknown(table.key(cause), "the cause", cause, causes);
                    }
                    table.number(value, cause).ifPresent(chance -> {
                        if (chance <= 0 || chance > 100) {
                            faults.add(value, "'" + cause + "' must be a chance in per cent, above 0 and at most 100");
                        }
                        cures.put(cause, chance / 100);
                    });
                }));
        if (cures.isEmpty()) {
            faults.add(
                    at, "the remedy '" + name + "' cures nothing; add 'cures' with a cause and a chance in per cent");
        }
        var changes =
                section.words("changes").stream().map(ScalarNode::getValue).toList();
        for (ScalarNode fact : section.words("changes")) {
            if (!values.containsKey(fact.getValue())) {
                faults.unknown(fact, "the fact", fact.getValue(), values.keySet());
            }
        }
        boolean settles = section.text("then").filter("settled"::equals).isPresent();
        Effort effort = effort(section, settles);
        Check verify = section.section("verify").flatMap(this::check).orElse(null);
        section.done();
        return new Remedy(name, cures, effort, changes, settles, verify);
    }

    private Effort effort(Section section, boolean settles) {
        double minutes = section.number("minutes").orElse(settles ? 1.0 : 5.0);
        if (minutes <= 0) {
            faults.add(section.key("minutes"), "'minutes' must be above 0");
        }
        double difficulty = section.text("difficulty")
                .map(text -> difficulty(section, text))
                .orElse(settles ? -6.0 : -2.5);
        return new Effort(Math.max(.1, minutes), difficulty);
    }

    private Optional<Check> check(Section section) {
        return section.values().entrySet().stream()
                .findFirst()
                .flatMap(entry -> section.scalar(entry.getValue(), entry.getKey())
                        .map(text -> new Check(entry.getKey(), ConditionReader.read(text))));
    }
}
