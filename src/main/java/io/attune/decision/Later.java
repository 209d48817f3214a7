package io.attune.decision;

import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import java.util.Map;

/** Wishes brought beside another one: they wait in line. */
final class Later {
    private Later() {}

    /** Puts the dialog of an intent last in line, where there is one and it is not under way. */
    static void lineUp(Draft draft, String intent) {
        draft.situation()
                .dialogs()
                .forIntent(intent)
                .filter(dialog -> !isKnown(draft, dialog))
                .ifPresent(dialog -> {
                    draft.because("for later", intent);
                    Opening.query(draft, intent);
                    draft.remember(draft.memory().withTopicLater(Topic.begun(dialog.id(), intent, draft.seq())));
                });
    }

    /** The same, and says so. */
    static void noted(Draft draft, String intent) {
        int before = draft.memory().topics().size();
        if (draft.hasHandoff() || before == 0) {
            return;
        }
        lineUp(draft, intent);
        if (draft.memory().topics().size() > before) {
            String topic =
                    draft.situation().dialogs().nameOf(intent, draft.situation().language());
            draft.talk("topic.later", Map.of("topic", topic));
        }
    }

    private static boolean isKnown(Draft draft, Dialog dialog) {
        return draft.memory().topics().stream().anyMatch(topic -> topic.dialog().equals(dialog.id()));
    }
}
