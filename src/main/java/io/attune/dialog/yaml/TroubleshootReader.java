package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Learn;
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
    private static final double LONGEST_MINUTES = 24 * 60;
    private final Faults faults;
    private final Data data;
    private final ConditionReader conditions;
    private final TableReader tables;
    private final List<String> causes = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    TroubleshootReader(Faults faults, Data data) {
        this.faults = faults;
        this.data = data;
        this.conditions = new ConditionReader(faults, data);
        this.tables = new TableReader(faults, conditions);
    }

    Troubleshoot read(String id, List<String> intents, Texts texts, Section file) {
        Section causeLines = part(file, "causes");
        var read = new ArrayList<Cause>();
        causeLines.values().forEach((name, value) -> read.add(cause(causeLines, name, value)));
        read.forEach(cause -> causes.add(cause.id()));
        Section factLines = part(file, "facts");
        var facts = new ArrayList<Fact>();
        factLines.values().forEach((name, value) -> facts.add(fact(name, value, factLines.key(name))));
        Section remedyLines = part(file, "remedies");
        var remedies = new ArrayList<Remedy>();
        remedyLines.values().forEach((name, value) -> remedies.add(remedy(name, value, remedyLines.key(name))));
        var dialog = new Troubleshoot(id, intents, texts, read, facts, remedies);
        new TroubleshootCheck(faults, causeLines, factLines, remedyLines).check(dialog);
        return dialog;
    }

    private Section part(Section file, String name) {
        Section part = file.need(name)
                .map(node -> Section.of(node, "'" + name + "'", faults))
                .orElseGet(() -> Section.empty(file.node(), faults));
        part.checkNames();
        return part;
    }

    private Cause cause(Section causes, String name, Node value) {
        Optional<Double> odds;
        boolean agent = false;
        if (value instanceof ScalarNode) {
            odds = causes.number(value, name);
        } else {
            Section section = Section.of(value, "the cause '" + name + "'", faults);
            odds = section.need("odds").flatMap(node -> section.number(node, "odds"));
            agent = section.word("needs", List.of("agent")).isPresent();
            section.done();
        }
        odds.filter(number -> !(number > 0))
                .ifPresent(number -> faults.add(
                        value,
                        FaultKind.CAUSE_ODDS,
                        "the cause '" + name + "' needs odds above 0, such as 'odds: 10'"));
        return new Cause(name, odds.orElse(0.0), agent);
    }

    private Fact fact(String name, Node node, Node at) {
        Section section = Section.of(node, "the fact '" + name + "'", faults);
        List<String> names =
                section.words("values").stream().map(ScalarNode::getValue).toList();
        section.find("values").ifPresent(list -> Section.checkNames(section.words("values"), faults));
        values.put(name, names);
        if (names.size() < 2) {
            faults.add(
                    section.find("values").orElse(at),
                    FaultKind.FEW_VALUES,
                    "the fact '" + name + "' needs at least two values, such as 'values: [good, weak]'");
        }
        var learn = learn(section, names);
        Effort ask = section.section("ask").map(this::effort).orElse(null);
        if (learn.isEmpty() && ask == null) {
            faults.add(
                    at,
                    FaultKind.FACT_NOT_LEARNED,
                    "nothing can tell the fact '" + name + "'; add 'ask', 'diagnostics', 'history' or 'profile'");
        }
        Optional<Section> table = section.section("seen");
        if (table.isEmpty()) {
            faults.add(
                    at,
                    FaultKind.FACT_TELLS_NOTHING,
                    "the fact '" + name + "' tells no causes apart; add 'seen' with a line for each cause");
        }
        Map<String, List<Double>> seen = table.map(
                        lines -> new SeenReader(faults, causes).read(name, lines, names.size()))
                .orElse(Map.of());
        section.done();
        return new Fact(name, names, learn, seen, ask);
    }

    private List<Learn> learn(Section section, List<String> names) {
        var learn = new ArrayList<Learn>();
        section.section("diagnostics")
                .ifPresent(tests -> tests.values().forEach((reading, table) -> {
                    data.uses(reading, Data.Source.TESTS, Faults.line(tests.key(reading)), faults);
                    learn.add(
                            new Learn.FromDiagnostics(reading, tables.cases(reading, table, names, Data.Source.TESTS)));
                }));
        section.section("history").ifPresent(history -> {
            double days = history.number("days").orElse(14.0);
            if (days < 1 || days > 3650) {
                faults.add(
                        history.find("days").orElse(history.node()),
                        FaultKind.BAD_NUMBER,
                        "'days' must be from 1 to 3650");
            }
            history.need("queries")
                    .ifPresent(table -> learn.add(new Learn.FromHistory(
                            (int) days, tables.cases("queries", table, names, Data.Source.CUSTOMER))));
            history.done();
        });
        section.section("profile")
                .ifPresent(fields -> fields.values().forEach((field, table) -> {
                    data.uses(field, Data.Source.CUSTOMER, Faults.line(fields.key(field)), faults);
                    learn.add(new Learn.FromProfile(field, tables.cases(field, table, names, Data.Source.CUSTOMER)));
                }));
        return learn;
    }

    private Effort effort(Section section) {
        Effort effort = new Effort(minutes(section, 0, 0), difficulty(section, -4.0));
        section.done();
        return effort;
    }

    private double minutes(Section section, double unsaid, double least) {
        double minutes = section.number("minutes").orElse(unsaid);
        if (!(minutes >= least && minutes <= LONGEST_MINUTES)) {
            faults.add(
                    section.find("minutes").orElse(section.node()),
                    FaultKind.BAD_NUMBER,
                    "'minutes' must be " + (least > 0 ? "above 0" : "0 or more") + " and at most a day");
            return Math.clamp(minutes, least, LONGEST_MINUTES);
        }
        return minutes;
    }

    private double difficulty(Section section, double unsaid) {
        Optional<String> text = section.text("difficulty");
        if (text.isEmpty()) {
            return unsaid;
        }
        Double named = DIFFICULTIES.get(text.get());
        if (named != null) {
            return named;
        }
        if (text.get().matches("-?\\d(\\.\\d{1,9})?")) {
            return Double.parseDouble(text.get());
        }
        faults.unknown(
                section.key("difficulty"), FaultKind.UNKNOWN_WORD, "the difficulty", text.get(), DIFFICULTIES.keySet());
        return unsaid;
    }

    private Remedy remedy(String name, Node node, Node at) {
        Section section = Section.of(node, "the remedy '" + name + "'", faults);
        var cures = new LinkedHashMap<String, Double>();
        section.section("cures")
                .ifPresent(table -> table.values().forEach((cause, value) -> {
                    if (!causes.contains(cause)) {
                        faults.unknown(table.key(cause), FaultKind.UNKNOWN_CAUSE, "the cause", cause, causes);
                    }
                    table.number(value, cause).ifPresent(chance -> {
                        if (chance <= 0 || chance > 100) {
                            faults.add(
                                    value,
                                    FaultKind.CURE_CHANCE,
                                    "'" + cause + "' must be a chance in per cent, above 0 and at most 100");
                        }
                        cures.put(cause, Math.clamp(chance, 0, 100) / 100);
                    });
                }));
        if (cures.isEmpty()) {
            faults.add(
                    at,
                    FaultKind.REMEDY_CURES_NOTHING,
                    "the remedy '" + name + "' cures nothing; add 'cures' with a cause and a chance in per cent");
        }
        List<ScalarNode> changes = section.words("changes");
        changes.stream()
                .filter(fact -> !values.containsKey(fact.getValue()))
                .forEach(fact ->
                        faults.unknown(fact, FaultKind.UNKNOWN_FACT, "the fact", fact.getValue(), values.keySet()));
        boolean settles = section.word("then", List.of("settled")).isPresent();
        Effort effort = new Effort(
                Math.max(.1, minutes(section, settles ? 1 : 5, .01)), difficulty(section, settles ? -6 : -2.5));
        Check verify = section.section("verify").flatMap(this::check).orElse(null);
        section.done();
        return new Remedy(
                name, cures, effort, changes.stream().map(ScalarNode::getValue).toList(), settles, verify);
    }

    private Optional<Check> check(Section section) {
        var readings = List.copyOf(section.values().entrySet());
        if (readings.size() != 1) {
            faults.add(
                    section.node(),
                    FaultKind.NO_VERIFICATION,
                    "'verify' names one reading and what it shows when all is well, such as {wifi.signal: good}");
            return Optional.empty();
        }
        String reading = readings.getFirst().getKey();
        Node wanted = readings.getFirst().getValue();
        data.uses(reading, Data.Source.TESTS, Faults.line(section.key(reading)), faults);
        return section.scalar(wanted, reading)
                .map(text -> new Check(reading, conditions.read(text, wanted, Data.Source.TESTS)));
    }
}
