package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Course;
import io.attune.decision.memory.Memory;
import java.util.Optional;

/**
 * After an agent has given the conversation back: the bot says that it is the bot again and goes on where things stood.
 */
final class Returning {
    private final Conversation conversation;

    Returning(Conversation conversation) {
        this.conversation = conversation;
    }

    Decision answer(Draft draft, Optional<String> instruction) {
        draft.kind(Kind.INFORM).because("returned", "an agent gave the conversation back");
        draft.talk("returned");
        draft.remember(draft.memory().withTalk(draft.memory().talk().withIntroduced()));
        Optional<String> wanted = instruction.flatMap(words -> intent(draft.situation(), words));
        instruction.ifPresent(words -> draft.because("instruction", words));
        if (wanted.isPresent()) {
            conversation.begin(draft, wanted.get());
        } else {
            draft.memory()
                    .topic()
                    .ifPresentOrElse(topic -> conversation.reopen(draft, topic), () -> conversation.ending(draft));
        }
        return draft.done();
    }

    /** Nobody came: the bot goes on where things stood, after an honest word. */
    Decision afterNobody(Draft draft) {
        draft.kind(Kind.INFORM).because("nobody came", "the wait was too long with nobody there");
        draft.talk("handoff.failed");
        draft.remember(draft.memory().withTalk(draft.memory().talk().withIntroduced()));
        if (draft.situation().queue().callbacks().isEmpty()) {
            draft.memory()
                    .topic()
                    .ifPresentOrElse(topic -> conversation.reopen(draft, topic), () -> conversation.ending(draft));
        } else {
            Callbacks.offer(draft);
        }
        return draft.done();
    }

    /** An instruction steers when it names a dialog or an intent; whatever else it says is for the trace. */
    private static Optional<String> intent(Situation situation, String instruction) {
        String words = instruction.strip();
        return situation.dialogs().inOrder().stream()
                .filter(dialog -> dialog.id().equals(words) || dialog.intents().contains(words))
                .flatMap(dialog -> dialog.intents().stream().sorted().limit(1))
                .findFirst();
    }

    /** What led to the handoff no longer counts, what was promised has been seen to, and the bot has to say again what it is. */
    static Memory forgiven(Memory memory) {
        Course now = memory.course().returned(SignalReader.failedSteps(memory));
        return Promises.dealtWith(memory).withCourse(now).withTalk(memory.talk().returned());
    }
}
