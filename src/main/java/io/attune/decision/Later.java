package io.attune.decision;

import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Troubleshoot;
import java.util.EnumSet;
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
                    takeDown(draft, dialog);
                });
    }

    /** What the message tells of it already is not asked when its turn comes. */
    private static void takeDown(Draft draft, Dialog dialog) {
        switch (dialog) {
            case Troubleshoot shoot -> Absorbing.facts(draft, shoot);
            case Flow flow -> {
                Memory empty = Forms.emptied(draft.memory(), flow, draft.seq());
                draft.remember(Forms.noted(draft.situation(), empty, flow, EnumSet.noneOf(Form.class)));
            }
        }
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
