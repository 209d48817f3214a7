package io.attune.decision;

import io.attune.decision.memory.Topic;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Flow.Step;
import java.util.Optional;

/** "Call me on 07700 900123": the number that a form wants, and no wish for a person, unless one is named too. */
final class Reach {
    private Reach() {}

    static boolean isForForm(Heard heard, Situation situation) {
        boolean number = heard.understanding().entities().stream()
                .anyMatch(entity -> entity.type().equals("phone"));
        return number && form(situation).isPresent() && !Spoken.says(heard, "words.person", situation);
    }

    /** The form for a number in the flow at hand. */
    private static Optional<Step> form(Situation situation) {
        return situation
                .memory()
                .topic()
                .filter(topic -> topic.open() != null)
                .map(Topic::dialog)
                .flatMap(situation.dialogs()::dialog)
                .filter(Flow.class::isInstance)
                .map(Flow.class::cast)
                .flatMap(flow -> flow.steps().values().stream()
                        .filter(step -> step instanceof Step.Fill fill && fill.form() == Form.PHONE)
                        .findFirst());
    }
}
