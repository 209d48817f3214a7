package io.attune.dialog.yaml;

import io.attune.dialog.Condition;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values are known at a step, by whatever way it is come to: those that a {@code choose} before it has looked at. */
final class KnownAtStep {
    private final Map<String, Set<String>> known = new HashMap<>();
    private final List<String> open = new ArrayList<>();

    KnownAtStep(Flow flow) {
        come(flow.start(), Set.of());
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            go(flow.steps().get(name), known.getOrDefault(name, Set.of()));
        }
    }

    Set<String> at(String step) {
        return known.getOrDefault(step, Set.of());
    }

    private void go(@Nullable Step step, Set<String> here) {
        switch (step) {
            case Step.Say(String next) -> come(next, here);
            case Step.Fill fill -> come(fill.next(), here);
            case Step.Ask ask -> ask.answers().forEach(answer -> come(answer.next(), here));
            case Step.Call call -> {
                call.ways().values().forEach(next -> come(next, here));
                come(call.otherwise(), here);
            }
            case Step.Branch(List<Flow.Way> ways) -> {
                var still = new HashSet<>(here);
                for (Flow.Way way : ways) {
                    var there = new HashSet<>(still);
                    if (way.when() instanceof Condition.Unknown) {
                        still.add(way.value());
                    } else if (!(way.when() instanceof Condition.Always)) {
                        there.add(way.value());
                        there.addAll(compared(way.when()));
                    }
                    come(way.next(), there);
                }
            }
            case null, default -> {}
        }
    }

    /** What is known by one way and not by another is not known. */
    private void come(String step, Set<String> values) {
        Set<String> before = known.get(step);
        var now = new HashSet<>(values);
        if (before != null) {
            now.retainAll(before);
        }
        if (!now.equals(before)) {
            known.put(step, now);
            open.add(step);
        }
    }

    static Set<String> compared(Condition when) {
        return when instanceof Condition.Compared compared && compared.percentOf() != null
                ? Set.of(compared.percentOf())
                : Set.of();
    }
}
