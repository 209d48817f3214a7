package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Answer;
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
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a flow: steps that say, ask, branch, end or hand over. */
final class FlowReader {
    private static final String END = "end";
    private static final String PERSON = "person";
    private final Faults faults;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<Node>> targets = new LinkedHashMap<>();

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
        Optional<Node> ask = section.find("ask");
        Optional<Node> branch = section.find("choose");
        Optional<String> end = section.text(END);
        Optional<String> go = section.text("go");
        section.done();
        int kinds = (ask.isPresent() ? 1 : 0)
                + (branch.isPresent() ? 1 : 0)
                + (end.isPresent() ? 1 : 0)
                + (go.isPresent() ? 1 : 0);
        if (kinds != 1) {
            faults.add(node, "the step '" + name + "' must have exactly one of 'ask', 'choose', 'go' and 'end'");
        }
        if (ask.isPresent()) {
            return new Step.Ask(answers(name, ask.get()));
        }
        if (branch.isPresent()) {
            return new Step.Branch(ways(name, branch.get()));
        }
        go.ifPresent(next -> target(next, section.find("go").orElse(node)));
        return go.<Step>map(Step.Say::new)
                .orElseGet(() -> end.filter(PERSON::equals).isPresent()
                        ? new Step.HandOver()
                        : new Step.End(end.filter("resolved"::equals).isPresent()));
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
                    case Step.Ask(List<Answer> answers) -> answers.forEach(answer -> open.add(answer.next()));
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
