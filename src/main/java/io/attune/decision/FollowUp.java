package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Troubleshoot;
import java.util.Map;
import java.util.Optional;

/** What is said to a customer who has not answered: a gentle word with the open question, later an honest close. */
final class FollowUp {
    private final Conversation conversation;

    FollowUp(Conversation conversation) {
        this.conversation = conversation;
    }

    /** The open question once more. Whatever has changed meanwhile waits for the customer: nothing is handed over or ended here. */
    Decision nudge(Situation situation) {
        Draft again = nudged(situation);
        Optional<Topic> topic = again.memory().topic().filter(one -> one.open() != null);
        Asked asked = situation.memory().talk().asked();
        boolean ofTopic = asked.prompt() == Prompt.TOPIC || asked.prompt() == Prompt.NONE;
        if (topic.isPresent() && ofTopic) {
            again.talk(isDoing(situation, topic.get()) ? "silence.doing" : "silence.question");
            again.briefly();
            conversation.reopen(again, topic.get());
        } else {
            again.talk("silence.question").asking(asked.prompt());
            asked.choices().forEach(choice -> again.choice(choice.id(), choice.title()));
        }
        Draft draft = again.hasHandoff() || again.isWaitingForErrand() ? plainly(situation) : again;
        return draft.kind(Kind.NUDGE).done();
    }

    private static Draft nudged(Situation situation) {
        var draft = new Draft(situation);
        Memory memory = draft.memory();
        draft.remember(memory.withCourse(memory.course().withSilent()));
        return draft.because("silence", "no answer");
    }

    private static Draft plainly(Situation situation) {
        Draft draft = nudged(situation);
        Asked asked = situation.memory().talk().asked();
        draft.talk("silence.question").asking(asked.prompt());
        asked.choices().forEach(choice -> draft.choice(choice.id(), choice.title()));
        return draft;
    }

    private static boolean isDoing(Situation situation, Topic topic) {
        Open open = topic.open();
        return open != null
                && (open.kind() == Open.Kind.REMEDY || open.kind() == Open.Kind.VERIFY)
                && situation.dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot dialog
                && dialog.remedy(open.id()).filter(remedy -> !remedy.settles()).isPresent();
    }

    /** @param says whether a word reaches the customer now */
    Decision close(Situation situation, boolean says) {
        var draft = new Draft(situation);
        Memory memory = draft.memory();
        draft.remember(memory.withCourse(memory.course().withSilent().withSilent()));
        draft.because("silence", says ? "no answer to the follow-up" : "no answer, and no more way to write");
        Optional<Topic> topic = memory.topic();
        if (says && topic.isPresent()) {
            draft.talk("silence.close", Map.of("topic", Conversation.name(draft, topic.get())));
        } else if (says) {
            draft.talk("silence.close_done");
        }
        // What was asked last can still be answered by its number or its words.
        situation.memory().talk().asked().choices().forEach(choice -> draft.keepOffered(choice));
        draft.asking(situation.memory().talk().asked().prompt());
        draft.end();
        return draft.kind(Kind.CLOSED).done();
    }

    /** The first words to a customer who comes back after the close: where things stood. */
    static void welcomeBack(Draft draft) {
        if (draft.situation().memory().course().silent() < 2 || draft.isSilent() || draft.hasHandoff()) {
            return;
        }
        draft.because("back", "after a close for silence");
        draft.first("silence.back", Map.of());
    }
}
