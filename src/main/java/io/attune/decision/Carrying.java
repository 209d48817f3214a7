package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Flow;
import io.attune.dialog.Troubleshoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes a conversation over to other dialogs than it began with: what they still have goes on, the rest begins again. */
final class Carrying {
    private final Conversation conversation;

    Carrying(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * The memory without what the other dialogs do not know. What was tried stays: it was tried. A topic whose open step is
     * gone begins again; one whose dialog is gone is left, for the engine to say so.
     */
    static Memory over(Memory memory, DialogBook book) {
        var facts = new TreeMap<String, Known>();
        memory.facts().forEach((key, known) -> {
            if (stands(key, known, book)) {
                facts.put(key, known);
            }
        });
        List<Topic> topics = memory.topics().stream()
                .map(topic -> book.dialog(topic.dialog())
                        .map(dialog -> fitted(topic, dialog))
                        .orElse(topic))
                .toList();
        return new Memory(
                memory.talk(), topics, facts, memory.tried(), memory.promises(), memory.goal(), memory.course());
    }

    private static boolean stands(String key, Known known, DialogBook book) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        return switch (book.dialog(key.substring(0, Math.max(0, slash))).orElse(null)) {
            case Troubleshoot dialog ->
                dialog.fact(name)
                        .filter(fact -> known.value().equals(Known.UNSURE)
                                || fact.values().contains(known.value()))
                        .isPresent();
            case Flow flow -> true;
            case null -> false;
        };
    }

    private static Topic fitted(Topic topic, Dialog dialog) {
        Open open = topic.open();
        if (open != null && !has(dialog, open)) {
            return Topic.begun(topic.dialog(), topic.intent(), topic.seq());
        }
        var path = new ArrayList<>(topic.path());
        path.removeIf(step -> !has(dialog, step));
        return new Topic(topic.dialog(), topic.intent(), topic.seq(), open, topic.since(), path);
    }

    private static boolean has(Dialog dialog, Open open) {
        return switch (dialog) {
            case Troubleshoot shoot ->
                open.kind() == Open.Kind.FACT
                        ? shoot.fact(open.id()).isPresent()
                        : shoot.remedy(open.id()).isPresent();
            case Flow flow -> flow.step(open.id()).isPresent();
        };
    }

    /** Whether the topic in hand waits for nothing although something was asked: its step is gone, and it begins again. */
    static boolean lostItsStep(Draft draft) {
        return draft.memory().topic().isPresent()
                && draft.memory().topic().get().open() == null
                && draft.memory().topic().get().path().isEmpty();
    }

    /** Says that things have changed, and begins the topic in hand again with what is known of it. */
    Decision begunAgain(Draft draft, Topic topic) {
        draft.kind(Kind.INFORM).because("dialogs changed", topic.dialog());
        draft.talk("topic.renewed", Map.of("topic", Conversation.name(draft, topic)));
        conversation.advance(draft, topic);
        return draft.done();
    }
}
