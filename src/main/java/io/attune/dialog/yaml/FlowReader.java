package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
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
    private static final List<String> KINDS = List.of("ask", "fill", "call", "choose", END);
    static final Set<String> FORMS = Stream.of(Form.values()).map(Form::code).collect(Collectors.toUnmodifiableSet());
    private final Faults faults;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<Node>> targets = new LinkedHashMap<>();
    /** Names that values are kept under, and names that calls send along. */
    private final Set<String> kept = new LinkedHashSet<>();

    private final List<Map.Entry<String, Node>> sent = new ArrayList<>();

    FlowReader(Faults faults) {
        this.faults = faults;
    }

    Flow read(String id, List<String> intents, Texts texts, Section file) {
        Section section = file.need("steps")
                .map(node -> Section.of(node, "'steps'", faults))
                .orElseGet(() -> Section.of(file.node(), "'steps'", faults));
        section.values().forEach((name, node) -> steps.put(name, step(name, node)));
        String start =
                file.text("start").orElse(steps.keySet().stream().findFirst().orElse(""));
        file.find("start").ifPresent(node -> target(start, node));
        targets.forEach((name, places) -> {
            if (!steps.containsKey(name) && !built(name)) {
                places.forEach(place -> faults.unknown(place, "the step", name, steps.keySet()));
            }
        });
        sent.stream()
                .filter(value -> !kept.contains(value.getKey()))
                .forEach(value -> faults.unknown(value.getValue(), "the value", value.getKey(), kept));
        unreachable(start, section);
        return new Flow(id, intents, texts, start, steps);
    }

    /** {@code end} and {@code person} can be gone to without being written down. */
    private boolean built(String name) {
        if (!name.equals(END) && !name.equals(PERSON)) {
            return false;
        }
        steps.put(name, name.equals(END) ? new Step.End(true) : new Step.HandOver());
        return true;
    }

    private Step step(String name, Node node) {
        Section section = Section.of(node, "the step '" + name + "'", faults);
        List<String> kinds =
                KINDS.stream().filter(kind -> section.find(kind).isPresent()).toList();
        String kind = kinds.isEmpty() ? GO : kinds.getFirst();
        boolean goes = section.find(GO).isPresent();
        boolean needsGo = kind.equals(GO) || kind.equals("fill") || kind.equals("call");
        if (kinds.size() > 1 || goes && !needsGo || kinds.isEmpty() && !goes) {
            faults.add(
                    node,
                    "the step '" + name + "' must have exactly one of 'ask', 'fill', 'call', 'choose', 'go' and 'end'");
        }
        Step step = switch (kind) {
            case "ask" -> ask(name, section);
            case "fill" -> fill(name, section);
            case "call" -> call(name, section);
            case "choose" -> new Step.Branch(ways(name, section.find("choose").orElse(node)));
            case END -> end(section.text(END).orElse(""));
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
        section.find(GO).ifPresent(node -> target(next, node));
        return next;
    }

    private Step fill(String name, Section section) {
        String form = section.text("fill").orElse("");
        Form wanted = Stream.of(Form.values())
                .filter(one -> one.code().equals(form))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            faults.unknown(section.key("fill"), "the form", form, FORMS);
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
            faults.add(
                    section.key(GO),
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
        var answers = new ArrayList<Answer>();
        section.values()
                .forEach((answer, value) -> section.scalar(value, answer).ifPresent(next -> {
                    target(next, value);
                    answers.add(new Answer(answer, next));
                }));
        if (answers.size() > 10) {
            faults.add(node, "the step '" + name + "' has " + answers.size() + " answers; at most 10 can be offered");
        }
        return answers;
    }

    private List<Way> ways(String name, Node node) {
        var ways = new ArrayList<Way>();
        if (!(node instanceof SequenceNode list)) {
            faults.add(
                    node,
                    "'choose' of '" + name + "' must be a list of lines such as '- {bill.reason: known, go: reason}'");
            return ways;
        }
        for (Node item : list.getValue()) {
            Section section = Section.of(item, "a line of 'choose'", faults);
            section.text("go")
                    .ifPresentOrElse(
                            next -> {
                                target(next, item);
                                way(section, next).ifPresent(ways::add);
                            },
                            () -> faults.add(item, "a line of 'choose' must say where to 'go'"));
        }
        if (!ways.isEmpty() && !(ways.getLast().when() instanceof Condition.Always)) {
            faults.add(node, "'choose' of '" + name + "' has no line for everything else; end it with '- {go: …}'");
        }
        return ways;
    }

    private static Optional<Way> way(Section section, String next) {
        var conditions = section.values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("go"))
                .toList();
        if (conditions.isEmpty()) {
            return Optional.of(new Way("", new Condition.Always(), next));
        }
        var first = conditions.getFirst();
        return first.getValue() instanceof ScalarNode scalar
                ? Optional.of(new Way(first.getKey(), ConditionReader.read(scalar.getValue()), next))
                : Optional.empty();
    }

    private void target(String name, Node place) {
        targets.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
    }

    private void unreachable(String start, Section section) {
        Set<String> reached = new LinkedHashSet<>();
        var open = new ArrayList<String>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.removeLast();
            if (reached.add(name)) {
                switch (steps.get(name)) {
                    case Step.Say(String next) -> open.add(next);
                    case Step.Fill fill -> open.add(fill.next());
                    case Step.Call call -> {
                        open.addAll(call.ways().values());
                        open.add(call.otherwise());
                    }
                    case Step.Ask ask -> ask.answers().forEach(answer -> open.add(answer.next()));
                    case Step.Branch(List<Way> ways) -> ways.forEach(way -> open.add(way.next()));
                    case null, default -> {}
                }
            }
        }
        steps.keySet().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name -> faults.add(
                        section.key(name), "no way leads to the step '" + name + "'; remove it or go to it"));
    }
}
