package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Topic;
import java.util.List;
import java.util.Map;

/** While the customer waits for an agent: a short word once, then notes alone; and the way back to the bot. */
final class Waiting {
    private final Conversation conversation;

    Waiting(Conversation conversation) {
        this.conversation = conversation;
    }

    Decision answer(Draft draft, Hearing hearing) {
        var callback = Callbacks.chosen(draft.situation(), hearing.act());
        if (callback.isPresent()) {
            Callbacks.book(draft, callback.get());
            told(draft, false);
            conversation.ending(draft);
            return draft.done();
        }
        draft.because("waiting", "an agent will answer");
        if (wantsBot(draft, hearing.act())) {
            draft.because("leaves the queue", "the customer goes on with the bot");
            draft.leaveQueue();
            draft.kind(Kind.INFORM).talk("waiting.left");
            told(draft, false);
            draft.memory().topic().ifPresentOrElse(topic -> goOn(draft, topic), () -> conversation.ending(draft));
            return draft.done();
        }
        draft.kind(Kind.NOTED);
        if (!draft.memory().course().waitingTold()) {
            draft.talk("waiting.noted");
            told(draft, true);
        }
        return draft.done();
    }

    /** Where nothing is left but a person, the topic ends here: who has just left the queue is not put back into it. */
    private void goOn(Draft draft, Topic topic) {
        var trial = new Draft(draft.situation().with(draft.memory()));
        conversation.reopen(trial, topic);
        if (!trial.hasHandoff()) {
            conversation.reopen(draft, topic);
            return;
        }
        draft.because("nothing left", topic.dialog());
        draft.remember(draft.memory().withoutTopic(topic.dialog()));
        draft.talk("waiting.nothing_left", Map.of("topic", Conversation.name(draft, topic)));
        draft.memory()
                .topic()
                .ifPresentOrElse(
                        next -> {
                            draft.talk("topic.next", Map.of("topic", Conversation.name(draft, next)));
                            goOn(draft, next);
                        },
                        () -> conversation.ending(draft));
    }

    private static void told(Draft draft, boolean told) {
        Memory memory = draft.memory();
        draft.remember(memory.withCourse(memory.course().withWaitingTold(told)));
    }

    private static boolean wantsBot(Draft draft, Act act) {
        if (act instanceof Act.Says(String intent) && intent.equals("cancel_topic")) {
            return true;
        }
        if (act instanceof Act.Picks(String id) && id.equals(Ids.NO)) {
            return true;
        }
        Situation situation = draft.situation();
        List<List<String>> phrases = Speech.phrases(situation.dialogs().talk(), "words.bot", situation);
        return situation.heard().stream()
                .filter(heard -> heard.choiceId() == null)
                .map(heard -> Words.of(heard.text()))
                .anyMatch(words -> phrases.stream().anyMatch(phrase -> Words.says(words, phrase)));
    }
}
