package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Answer;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Flow.Way;
import io.attune.dialog.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a flow: steps that say, ask, fill a form, call, branch, end or hand over. */
final class FlowReader {
    static final String END = "end";
    static final String PERSON = "person";
    private static final String OTHER = "other";
    private static final String GO = "go";
    private static final int MOST_ANSWERS = 10;
    private static final List<String> KINDS = List.of("ask", "fill", "call", "choose", END);
    static final Set<String> FORMS = Stream.of(Form.values()).map(Form::code).collect(Collectors.toUnmodifiableSet());
    private final Faults faults;
    private final Data data;
    private final ConditionReader conditions;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<Node>> targets = new LinkedHashMap<>();
    /** Names that values are kept under, and names that calls send along. */
    private final Set<String> kept = new LinkedHashSet<>();

    private final List<Map.Entry<String, Node>> sent = new ArrayList<>();
    private final List<Map.Entry<String, Node>> looked = new ArrayList<>();

    FlowReader(Faults faults, Data data) {
        this.faults = faults;
        this.data = data;
        this.conditions = new ConditionReader(faults, data);
    }

    Flow read(String id, List<String> intents, Texts texts, Section file) {
        Section section = file.need("steps")
                .map(node -> Section.of(node, "'steps'", faults))
                .orElseGet(() -> Section.empty(file.node(), faults));
        section.checkNames();
        section.values().forEach((name, node) -> steps.put(name, step(name, node, section.key(name))));
        String start =
                file.text("start").orElse(steps.keySet().stream().findFirst().orElse(""));
        file.find("start").ifPresent(node -> target(start, node));
        boolean whole = List.copyOf(targets.keySet()).stream()
                .filter(name -> !isThere(name))
                .toList()
                .isEmpty();
        sent.stream()
                .filter(value -> !kept.contains(value.getKey()))
                .forEach(value -> faults.unknown(
                        value.getValue(),
                        FaultKind.FORM_NOT_FILLED,
                        "no step keeps a value under this name; the value",
                        value.getKey(),
                        kept));
        var flow = new Flow(id, intents, texts, start, steps);
        looked.forEach(value -> FlowValues.of(flow).uses(value.getKey(), value.getValue(), data, faults));
        if (whole) {
            new FlowCheck(faults, section).check(flow);
        }
        return flow;
    }

    /** {@code end} and {@code person} can be gone to without being written down. */
    private boolean isThere(String name) {
        if (!steps.containsKey(name) && (name.equals(END) || name.equals(PERSON))) {
            steps.put(name, name.equals(END) ? new Step.End(true) : new Step.HandOver());
        }
        if (!steps.containsKey(name)) {
            targets.getOrDefault(name, List.of())
                    .forEach(place -> faults.unknown(place, FaultKind.UNKNOWN_STEP, "the step", name, steps.keySet()));
        }
        return steps.containsKey(name);
    }

    private Step step(String name, Node node, Node at) {
        Section section = Section.of(node, "the step '" + name + "'", faults);
        List<String> kinds =
                KINDS.stream().filter(kind -> section.find(kind).isPresent()).toList();
        String kind = kinds.isEmpty() ? GO : kinds.getFirst();
        boolean goes = section.find(GO).isPresent();
        boolean needsGo = kind.equals(GO) || kind.equals("fill") || kind.equals("call");
        if (kinds.size() > 1 || goes && !needsGo || kinds.isEmpty() && !goes) {
            faults.add(
                    at,
                    FaultKind.STEP_KIND,
                    "the step '" + name + "' must have exactly one of 'ask', 'fill', 'call', 'choose', 'go' and 'end'");
        }
        Step step = switch (kind) {
            case "ask" -> ask(name, section);
            case "fill" -> fill(name, section);
            case "call" -> call(name, section);
            case "choose" -> new Step.Branch(ways(name, section.find("choose").orElse(node)));
            case END ->
                end(section.word(END, List.of("resolved", "open", PERSON)).orElse(PERSON));
            default -> new Step.Say(next(section));
        };
        section.done();
        return step;
    }

    private static Step end(String how) {
        return how.equals(PERSON) ? new Step.HandOver() : new Step.End(how.equals("resolved"));
    }

    private Step ask(String name, Section section) {
        List<Answer> answers = answers(name, section.find("ask").orElse(section.node()));
        return new Step.Ask(answers, section.text("as").map(this::kept).orElse(null));
    }

    private String next(Section section) {
        String next = section.text(GO).orElse(END);
        target(next, section.find(GO).orElse(section.node()));
        return next;
    }

    private Step fill(String name, Section section) {
        String form = section.text("fill").orElse("");
        Form wanted = Stream.of(Form.values())
                .filter(one -> one.code().equals(form))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            faults.unknown(section.key("fill"), FaultKind.UNKNOWN_WORD, "the form", form, FORMS);
        }
        section.need(GO);
        return new Step.Fill(
                wanted == null ? Form.TEXT : wanted, kept(section.text("as").orElse(name)), next(section));
    }

    private String kept(String as) {
        kept.add(as);
        return as;
    }

    private Step call(String name, Section section) {
        var ways = new LinkedHashMap<String, String>();
        Section outcomes = section.section(GO).orElseGet(() -> Section.empty(section.node(), faults));
        outcomes.values()
                .forEach((outcome, node) -> outcomes.scalar(node, outcome).ifPresent(next -> {
                    target(next, node);
                    ways.put(outcome, next);
                }));
        String otherwise = ways.remove(OTHER);
        if (otherwise == null) {
            target(PERSON, section.key(GO));
            faults.add(
                    section.key(GO),
                    FaultKind.CALL_WITHOUT_OTHER,
                    "the call of '" + name + "' has no way for every other outcome, such as systems that do not answer;"
                            + " add 'other: person'");
        }
        List<ScalarNode> with = section.words("with");
        with.forEach(value -> sent.add(Map.entry(value.getValue(), value)));
        return new Step.Call(
                section.text("call").orElse(""),
                with.stream().map(ScalarNode::getValue).toList(),
                ways,
                otherwise == null ? PERSON : otherwise);
    }

    private List<Answer> answers(String name, Node node) {
        Section section = Section.of(node, "the answers of '" + name + "'", faults);
        section.checkNames();
        var answers = new ArrayList<Answer>();
        section.values()
                .forEach((answer, value) -> section.scalar(value, answer).ifPresent(next -> {
                    target(next, value);
                    answers.add(new Answer(answer, next));
                }));
        if (answers.size() > MOST_ANSWERS) {
            faults.add(
                    node,
                    FaultKind.TOO_MANY_ANSWERS,
                    "the step '" + name + "' has " + answers.size() + " answers; at most " + MOST_ANSWERS
                            + " can be offered, so split the question");
        }
        if (section.values().isEmpty()) {
            faults.add(
                    node,
                    FaultKind.NO_ANSWERS,
                    "the step '" + name + "' asks but takes no answer; add answers such as \"yes\": end");
        }
        return answers;
    }

    private List<Way> ways(String name, Node node) {
        var ways = new ArrayList<Way>();
        if (!(node instanceof SequenceNode list)) {
            faults.add(
                    node,
                    FaultKind.WRONG_TYPE,
                    "'choose' of '" + name + "' must be a list of lines such as '- {bill.reason: known, go: reason}'");
            return ways;
        }
        for (Node item : list.getValue()) {
            Section section = Section.of(item, "a line of 'choose'", faults);
            section.need(GO).flatMap(go -> section.scalar(go, GO)).ifPresent(next -> {
                target(next, item);
                way(section, next).ifPresent(way -> {
                    if (ways.stream().anyMatch(earlier -> covers(earlier, way))) {
                        faults.add(
                                item,
                                FaultKind.DEAD_LINE,
                                "this line of 'choose' never applies, as a line above it takes everything it would;"
                                        + " move it up or remove it");
                    }
                    ways.add(way);
                });
            });
        }
        if (ways.isEmpty() || !(ways.getLast().when() instanceof Condition.Always)) {
            faults.add(
                    node,
                    FaultKind.NO_ELSE,
                    "'choose' of '" + name + "' has no line for everything else; end it with '- {go: …}'");
        }
        return ways;
    }

    private static boolean covers(Way earlier, Way later) {
        return earlier.when() instanceof Condition.Always
                || earlier.value().equals(later.value()) && ConditionReader.covers(earlier.when(), later.when());
    }

    private Optional<Way> way(Section section, String next) {
        var conditions = section.values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(GO))
                .toList();
        if (conditions.isEmpty()) {
            return Optional.of(new Way("", new Condition.Always(), next));
        }
        if (conditions.size() > 1) {
            faults.add(
                    section.node(),
                    FaultKind.CONDITION,
                    "a line of 'choose' looks at one value; put the second into a step of its own");
        }
        String value = conditions.getFirst().getKey();
        looked.add(Map.entry(value, section.key(value)));
        return section.scalar(conditions.getFirst().getValue(), value)
                .map(text -> new Way(value, this.conditions.read(text, section.key(value), Data.Source.EITHER), next));
    }

    private void target(String name, Node place) {
        targets.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
    }
}
