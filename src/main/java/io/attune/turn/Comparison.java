package io.attune.turn;

import io.attune.decision.Decision;
import io.attune.decision.HandoffOrder;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.turn.Replayed.Aspect;
import io.attune.turn.Replayed.Difference;
import io.attune.turn.Replayed.First;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recorded turn beside the decision that is made in its place now. */
final class Comparison {
    private final RecordedTurn then;
    private final Memory remembered;
    private final Decision now;
    private final List<Difference> differences = new ArrayList<>();

    /** @param remembered as the recorded turn left the memory */
    Comparison(RecordedTurn then, Memory remembered, Decision now) {
        this.then = then;
        this.remembered = remembered;
        this.now = now;
        if (now.errand() == null) {
            compareAll();
        } else {
            // It cannot be told what would have come of it.
            compare(Aspect.CALL, "", now.errand().name());
        }
    }

    private void compareAll() {
        compare(Aspect.KIND, then.decided("kind"), now.kind().code());
        compare(Aspect.DIALOG, then.decided("dialog"), orNone(now.dialog()));
        compare(Aspect.REMEDY, then.decided("remedy"), orNone(now.remedy()));
        compare(Aspect.HANDOFF, then.handoff(), handoff(now.handoff()));
        compare(Aspect.STEP, step(remembered), step(now.memory()));
        compare(Aspect.TEXT, words(then.said()), words(now.say()));
        compare(Aspect.CHOICES, choices(then.said()), choices(now.say()));
        if (differences.isEmpty()) {
            compare(Aspect.MEMORY, memory(remembered, now.memory()), memory(now.memory(), remembered));
        }
    }

    private void compare(Aspect in, String was, String is) {
        if (!was.equals(is)) {
            differences.add(new Difference(in, was, is));
        }
    }

    /** @param turn its number in the conversation */
    Optional<First> first(int turn) {
        List<String> is = now.reasons().stream()
                .map(reason -> reason.what() + ": " + reason.value())
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new First(
                        turn,
                        then.turn().replyTo(),
                        then.at(),
                        then.turn().dialogs(),
                        differences,
                        without(then.reasons(), is),
                        without(is, then.reasons())));
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    private static String orNone(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static String handoff(@Nullable HandoffOrder order) {
        return order == null ? "" : (order.code().code() + " " + orNone(order.rule())).strip();
    }

    private static String step(Memory memory) {
        return memory.topic().map(Comparison::step).orElse("");
    }

    private static String step(Topic topic) {
        Open open = topic.open();
        return open == null
                ? topic.dialog()
                : topic.dialog() + "/" + open.id() + " (" + open.kind().code() + ")";
    }

    private static String words(List<Content> said) {
        return said.stream().map(Content::words).collect(Collectors.joining("\n"));
    }

    private static String choices(List<Content> said) {
        return said.stream()
                .filter(Content.Choices.class::isInstance)
                .flatMap(content -> ((Content.Choices) content).choices().stream())
                .map(Comparison::line)
                .collect(Collectors.joining(", "));
    }

    private static String line(Choice choice) {
        return choice.id() + " \"" + choice.title() + "\"";
    }

    /** The parts of a memory that are not the same in the other. */
    private static String memory(Memory one, Memory other) {
        var parts = new ArrayList<String>();
        part(parts, "talk", one.talk(), other.talk());
        part(parts, "topics", one.topics(), other.topics());
        part(parts, "facts", one.facts(), other.facts());
        part(parts, "tried", one.tried(), other.tried());
        part(parts, "promises", one.promises(), other.promises());
        part(parts, "goal", one.goal(), other.goal());
        part(parts, "course", one.course(), other.course());
        if (parts.isEmpty() && !one.equals(other)) {
            parts.add(one.toString());
        }
        return String.join("; ", parts);
    }

    private static void part(List<String> parts, String name, @Nullable Object one, @Nullable Object other) {
        if (!java.util.Objects.equals(one, other)) {
            parts.add(name + " " + one);
        }
    }
}
