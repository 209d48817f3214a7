package io.attune.decision;

import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.Map;
import java.util.Optional;

/** Moves topics: begins them, takes answers into them, ends them and returns to what was interrupted. */
final class Conversation {
    private final Troubleshooter troubleshooter;
    private final FlowWalker flows = new FlowWalker(this);

    Conversation(Troubleshooter troubleshooter) {
        this.troubleshooter = troubleshooter;
    }

    /** Begins the dialog of an intent, above whatever is under way; says so honestly where there is none. */
    void begin(Draft draft, String intent) {
        Opening.query(draft, intent);
        Optional<Dialog> found = draft.situation().dialogs().forIntent(intent);
        draft.because("topic", intent);
        if (found.isEmpty()) {
            withoutDialog(draft, intent);
            return;
        }
        Dialog dialog = found.get();
        interrupt(draft, dialog);
        if (draft.memory().course().solved().contains(dialog.id())) {
            Outcomes.cameBack(draft, dialog.id(), intent);
        }
        Topic topic = Topic.begun(dialog.id(), intent, draft.seq());
        draft.remember(draft.memory().withTopic(topic));
        draft.about(dialog.id(), null);
        Opening.words(draft, dialog, intent);
        advance(draft, topic);
    }

    private static void interrupt(Draft draft, Dialog dialog) {
        draft.memory()
                .topic()
                .filter(topic -> topic.open() != null && !topic.dialog().equals(dialog.id()))
                .ifPresent(topic -> draft.talk("topic.interrupt", Map.of("topic", name(draft, topic))));
    }

    private static void withoutDialog(Draft draft, String intent) {
        Situation situation = draft.situation();
        draft.kind(Kind.INFORM);
        draft.talk("topic.no_dialog", Map.of("topic", situation.dialogs().nameOf(intent, situation.language())));
        draft.asking(Prompt.PERSON);
        Handoffs.person(draft);
        draft.talkChoice(Ids.OTHER, "choices.other_topic");
        draft.talkChoice(Ids.NO, "choices.no_thanks");
    }

    /** Takes the next step of the topic. */
    void advance(Draft draft, Topic topic) {
        switch (draft.situation().dialogs().dialog(topic.dialog()).orElse(null)) {
            case Troubleshoot dialog -> {
                Absorbing.facts(draft, dialog);
                troubleshooter.next(draft, dialog, topic);
            }
            case Flow flow -> flows.begin(draft, flow, topic);
            case null -> gone(draft, topic);
        }
    }

    /** A topic whose dialog is no longer there, because the files changed under it. */
    private void gone(Draft draft, Topic topic) {
        draft.because("dialog gone", topic.dialog());
        draft.remember(draft.memory().withoutTopic(topic.dialog()));
        draft.talk("topic.gone");
        ending(draft);
    }

    /** Puts the open question of the topic again. */
    void reopen(Draft draft, Topic topic) {
        Open open = topic.open();
        if (open == null) {
            advance(draft, topic);
            return;
        }
        switch (draft.situation().dialogs().dialog(topic.dialog()).orElse(null)) {
            case Troubleshoot dialog -> reopen(draft, dialog, topic, open);
            case Flow flow -> flows.reopen(draft, flow, topic, open.id());
            case null -> gone(draft, topic);
        }
    }

    private void reopen(Draft draft, Troubleshoot dialog, Topic topic, Open open) {
        draft.about(dialog.id(), null);
        if (open.kind() == Open.Kind.FACT) {
            var fact = dialog.fact(open.id());
            if (fact.isPresent()
                    && Facts.of(dialog, draft.situation(), draft.memory())
                            .value(open.id())
                            .isEmpty()) {
                troubleshooter.ask(draft, dialog, topic, fact.get());
                return;
            }
        }
        Optional<Remedy> remedy = dialog.remedy(open.id()).filter(one -> open.kind() != Open.Kind.FACT);
        if (remedy.isPresent()) {
            troubleshooter.verify(draft, dialog, topic, remedy.get());
        } else {
            advance(draft, topic.settled());
        }
    }

    /** The customer picked a choice, now or further up. */
    void pick(Draft draft, String id) {
        String[] parts = id.split(":", 4);
        draft.because("choice", id);
        switch (parts[0]) {
            case "i" -> begin(draft, parts[parts.length - 1]);
            case "f", "r", "s" -> {
                if (parts.length == 4) {
                    answer(draft, parts);
                }
            }
            default -> {}
        }
        if (draft.isSilent() && !draft.hasHandoff()) {
            draft.kind(Kind.NOT_UNDERSTOOD).talk("choice.stale");
            draft.memory().topic().ifPresentOrElse(topic -> reopen(draft, topic), () -> ending(draft));
        }
    }

    private void answer(Draft draft, String[] parts) {
        Dialog dialog = draft.situation().dialogs().dialog(parts[1]).orElse(null);
        Topic topic = draft.memory().topics().stream()
                .filter(one -> one.dialog().equals(parts[1]))
                .findFirst()
                .orElse(null);
        if (topic == null) {
            return;
        }
        switch (dialog) {
            case Troubleshoot shoot when parts[0].equals("f") -> fact(draft, shoot, topic, parts[2], parts[3]);
            case Troubleshoot shoot
            when parts[0].equals("r") ->
                shoot.remedy(parts[2]).ifPresent(remedy -> remedy(draft, shoot, topic, remedy, parts[3]));
            case Flow flow when parts[0].equals("s") -> flows.answer(draft, flow, topic, parts[2], parts[3]);
            case null, default -> {}
        }
    }

    /** The customer told a fact; an earlier answer to the same question is replaced. */
    void fact(Draft draft, Troubleshoot dialog, Topic topic, String fact, String value) {
        if (dialog.fact(fact).isEmpty()) {
            return;
        }
        String meant = value.equals(Known.UNSURE_ID) ? Known.UNSURE : value;
        draft.remember(draft.memory()
                .withFact(dialog.id(), fact, new Known(meant, Known.How.CUSTOMER, draft.seq()))
                .withTopic(topic.settled()));
        if (meant.equals(Known.UNSURE)) {
            draft.talk("fact.unsure");
        }
        advance(draft, topic.settled());
    }

    /** The customer told how a remedy went. */
    void remedy(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy, String how) {
        switch (how) {
            case "worked", "works" -> {
                Outcomes.book(draft, dialog, topic, remedy, Outcome.WORKED);
                String ofWhatWasTold = how.equals("works") ? "solved_itself" : "remedy.understood";
                solved(draft, topic, remedy.settles() ? ofWhatWasTold : "remedy.worked");
            }
            case "same" -> unsolved(draft, dialog, topic, remedy, Outcome.FAILED, told(remedy, "remedy.failed"));
            case "tried" -> unsolved(draft, dialog, topic, remedy, Outcome.FAILED, told(remedy, "remedy.tried_before"));
            case "cannot" ->
                unsolved(
                        draft,
                        dialog,
                        topic,
                        remedy,
                        remedy.settles() ? Outcome.FAILED : Outcome.NOT_POSSIBLE,
                        told(remedy, "remedy.cannot"));
            case "refused" -> unsolved(draft, dialog, topic, remedy, Outcome.REFUSED, "remedy.refused");
            default -> {}
        }
    }

    /** Nobody tries what was only told. */
    private static String told(Remedy remedy, String text) {
        return remedy.settles() ? "remedy.not_it" : text;
    }

    private void unsolved(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy, Outcome outcome, String text) {
        Outcomes.book(draft, dialog, topic, remedy, outcome);
        draft.talk(text);
        advance(draft, topic.settled());
    }

    /** The topic ended well: says so and returns to an interrupted one, or asks what else there is. */
    void solved(Draft draft, Topic topic, String text) {
        draft.because("solved", topic.dialog());
        draft.talk(text);
        draft.remember(draft.memory()
                .withoutTopic(topic.dialog())
                .withCourse(draft.memory().course().withSolved(topic.dialog())));
        ending(draft);
        draft.kind(Kind.RESOLVED);
        draft.about(topic.dialog(), null);
    }

    /** The customer says that what was solved is not; false when nothing was. */
    boolean notSolvedAfterAll(Draft draft) {
        var solved = draft.memory().course().solved();
        Dialog dialog = solved.isEmpty()
                ? null
                : draft.situation().dialogs().dialog(solved.getLast()).orElse(null);
        if (!(dialog instanceof Troubleshoot shoot) || shoot.intents().isEmpty()) {
            return false;
        }
        String intent = shoot.intents().stream()
                .filter(draft.memory().course().queries()::contains)
                .findFirst()
                .orElse(shoot.intents().getFirst());
        Outcomes.cameBack(draft, shoot.id(), intent);
        draft.talk("topic.came_back");
        Topic topic = Topic.begun(shoot.id(), intent, draft.seq());
        draft.remember(draft.memory().withTopic(topic));
        advance(draft, topic);
        return true;
    }

    /** After a topic: back to what was interrupted, or whether there is anything else. */
    void ending(Draft draft) {
        Optional<Topic> before = draft.memory().topic();
        if (before.isPresent()) {
            boolean begun = !before.get().path().isEmpty();
            draft.talk(begun ? "topic.back" : "topic.next", Map.of("topic", name(draft, before.get())));
            reopen(draft, before.get());
            return;
        }
        if (ConsentQuestions.toTell(draft)) {
            return;
        }
        draft.talk("more");
        draft.asking(Prompt.MORE);
        draft.talkChoice(Ids.NO, "choices.nothing_else");
        draft.talkChoice(Ids.OTHER, "choices.something_else");
    }

    static String name(Draft draft, Topic topic) {
        return draft.situation()
                .dialogs()
                .nameOf(topic.intent(), draft.situation().language());
    }

    Troubleshooter troubleshooter() {
        return troubleshooter;
    }

    FlowWalker flows() {
        return flows;
    }
}
