package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the ways of a flow: every step is reached, every way ends, and one of them leads to a person. */
final class FlowCheck {
    private final Faults faults;
    private final Section steps;

    FlowCheck(Faults faults, Section steps) {
        this.faults = faults;
        this.steps = steps;
    }

    /** @param flow every step that it goes to is there */
    void check(Flow flow) {
        Set<String> reached = from(flow, List.of(flow.start()), step -> true);
        flow.steps().keySet().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name -> faults.add(
                        steps.key(name),
                        FaultKind.UNREACHABLE_STEP,
                        "no way leads to the step '" + name + "'; remove it or go to it"));
        Set<String> looping = loops(flow, reached);
        deadEnds(flow, reached, looping);
        if (looping.isEmpty()
                && !flow.steps().isEmpty()
                && reached.stream().noneMatch(name -> flow.steps().get(name) instanceof Step.HandOver)) {
            faults.add(
                    steps.node(),
                    FaultKind.NO_PERSON,
                    "no way of this flow leads to a person; let the answer or outcome that it cannot deal with go to 'person'");
        }
    }

    /** Steps that go round without ever waiting for the customer; one fault for each round. */
    private Set<String> loops(Flow flow, Set<String> reached) {
        var looping = new LinkedHashSet<String>();
        for (String name : reached) {
            Set<String> round = from(flow, next(flow, name), step -> !waits(step));
            if (!waits(flow.steps().get(name)) && round.contains(name) && looping.add(name)) {
                if (round.stream().noneMatch(other -> !other.equals(name) && looping.contains(other))) {
                    faults.add(
                            steps.key(name),
                            FaultKind.ENDLESS_LOOP,
                            "the step '" + name + "' comes back to itself without asking anything; let a way lead out");
                }
            }
        }
        return looping;
    }

    private void deadEnds(Flow flow, Set<String> reached, Set<String> looping) {
        var told = new LinkedHashSet<String>(looping);
        for (String name : reached) {
            Set<String> after = from(flow, List.of(name), step -> true);
            boolean ends = after.stream().anyMatch(next -> isEnd(flow.steps().get(next)));
            if (!ends && after.stream().noneMatch(told::contains)) {
                told.addAll(after);
                faults.add(
                        steps.key(name),
                        FaultKind.DEAD_END,
                        "from the step '" + name + "' no way leads to an end; let one go to 'end' or 'person'");
            }
        }
    }

    /** Also a question without answers: that is a fault of its own. */
    private static boolean isEnd(@Nullable Step step) {
        boolean takesNoAnswer = step instanceof Step.Ask ask && ask.answers().isEmpty();
        return step instanceof Step.End || step instanceof Step.HandOver || takesNoAnswer;
    }

    private static boolean waits(@Nullable Step step) {
        return step instanceof Step.Ask || step instanceof Step.Fill;
    }

    /** The steps that can be come to, walking on only from those that fit. */
    private static Set<String> from(Flow flow, List<String> starts, Predicate<Step> through) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayList<>(starts);
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            Step step = flow.steps().get(name);
            if (step != null && reached.add(name) && through.test(step)) {
                open.addAll(next(flow, name));
            }
        }
        return reached;
    }

    private static List<String> next(Flow flow, String name) {
        return switch (flow.steps().get(name)) {
            case Step.Say(String next) -> List.of(next);
            case Step.Fill fill -> List.of(fill.next());
            case Step.Call call ->
                Stream.concat(call.ways().values().stream().sorted(), Stream.of(call.otherwise()))
                        .toList();
            case Step.Ask ask -> ask.answers().stream().map(Flow.Answer::next).toList();
            case Step.Branch(List<Flow.Way> ways) ->
                ways.stream().map(Flow.Way::next).toList();
            case Step.End end -> List.of();
            case Step.HandOver person -> List.of();
            case null -> List.of();
        };
    }
}
