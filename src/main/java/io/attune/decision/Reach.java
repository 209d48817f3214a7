package io.attune.decision;

import io.attune.decision.memory.Topic;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Flow.Step;
import java.util.Optional;

/** "Call me on 07700 900123": the value that a form wants, and no wish for a person, unless one is named too. */
final class Reach {
    private Reach() {}

    static boolean isForForm(Heard heard, Situation situation) {
        boolean number = heard.understanding().entities().stream()
                .anyMatch(entity -> entity.type().equals("phone"));
        boolean forForm = number ? form(situation).isPresent() : isAskedFor(heard, situation);
        return forForm && !Spoken.says(heard, "words.person", situation);
    }

    /** "Tomorrow", when a day is asked for: a guess at a wish for a person, in words that ask for none, is not believed. */
    private static boolean isAskedFor(Heard heard, Situation situation) {
        return !heard.understanding().mood().has("human")
                && flow(situation)
                        .flatMap(flow -> situation
                                .memory()
                                .topic()
                                .flatMap(topic -> Optional.ofNullable(topic.open()))
                                .flatMap(open -> flow.step(open.id())))
                        .filter(step -> step instanceof Step.Fill fill
                                && fill.form() != Form.TEXT
                                && Forms.told(situation, fill.form(), true).isPresent())
                        .isPresent();
    }

    /** The form for a number in the flow at hand. */
    private static Optional<Step> form(Situation situation) {
        return flow(situation)
                .flatMap(flow -> flow.steps().values().stream()
                        .filter(step -> step instanceof Step.Fill fill && fill.form() == Form.PHONE)
                        .findFirst());
    }

    private static Optional<Flow> flow(Situation situation) {
        return situation
                .memory()
                .topic()
                .filter(topic -> topic.open() != null)
                .map(Topic::dialog)
                .flatMap(situation.dialogs()::dialog)
                .filter(Flow.class::isInstance)
                .map(Flow.class::cast);
    }
}
