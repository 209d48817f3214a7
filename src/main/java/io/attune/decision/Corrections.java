package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Troubleshoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "No, I meant the bedroom TV": what was taken wrongly, or told wrongly, is put right. */
final class Corrections {
    /** Forms whose values stand out in any message, so that another one replaces the first. */
    private static final Set<Form> PLAIN = Set.of(Form.DATE, Form.TIME, Form.PHONE, Form.EMAIL);

    private final Conversation conversation;

    Corrections(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Whether the customer puts something right rather than says no to what was asked. */
    static boolean isOne(Situation situation) {
        return situation.heard().stream()
                .filter(heard -> heard.choiceId() == null)
                .anyMatch(heard -> Spoken.begins(heard, "words.correction", situation));
    }

    /** The topic was taken wrongly: it is dropped, as if it had never been brought. */
    static void ofTopic(Draft draft, Topic topic) {
        draft.because("corrected", topic.dialog());
        draft.talk("corrected.topic");
        draft.remember(draft.memory().withoutTopic(topic.dialog()));
    }

    /**
     * Something else was meant, which the message as a whole hides: "no, I meant the phone" sounds like a no. Begins it where one topic
     * stands out, asks where several may be meant. False where the message names no thing, or none that is not of this topic.
     */
    boolean ofOther(Draft draft, Topic topic) {
        Situation situation = draft.situation();
        boolean thing = situation.heard().stream().anyMatch(heard -> Spoken.says(heard, "words.thing", situation));
        List<String> others = thing ? Near.others(situation, topic) : List.of();
        if (others.isEmpty()) {
            return thing && notThat(draft, topic);
        }
        ofTopic(draft, topic);
        if (others.size() == 1) {
            conversation.begin(draft, others.getFirst());
        } else {
            Near.clarify(draft, others);
        }
        return true;
    }

    /** "The phone, not the TV": what it is not is told, what it is not understood. */
    private static boolean notThat(Draft draft, Topic topic) {
        boolean denied = draft.situation().heard().stream()
                .anyMatch(heard -> Spoken.denies(heard, "words.thing", draft.situation()));
        if (denied) {
            ofTopic(draft, topic);
            Replies.tellMe(draft);
        }
        return denied;
    }

    /** It is still the same topic: another room or device than the one looked at, or a remark. */
    void withinTopic(Draft draft, Topic topic) {
        draft.because("corrected", "within " + topic.dialog());
        boolean other = draft.situation().heard().stream()
                .anyMatch(heard -> Spoken.says(heard, "words.thing", draft.situation()));
        if (other && draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot dialog) {
            draft.remember(forgotten(draft.memory(), dialog, draft.seq()));
            draft.talk("corrected.other");
            conversation.advance(draft, Topic.begun(topic.dialog(), topic.intent(), topic.seq()));
        } else {
            draft.kind(Kind.INFORM).talk("corrected.noted");
            draft.briefly();
            conversation.reopen(draft, topic);
        }
    }

    /** What was told of the first thing says nothing of the other. */
    private static Memory forgotten(Memory memory, Troubleshoot dialog, long now) {
        Memory without = memory;
        for (var fact : dialog.facts()) {
            boolean told = without.fact(dialog.id(), fact.id())
                    .filter(known -> known.how() == Known.How.CUSTOMER && known.seq() < now)
                    .isPresent();
            without = told ? without.withoutFact(dialog.id(), fact.id()) : without;
        }
        return without;
    }

    /**
     * A value of the flow that the messages tell although another is asked for: noted, or put in the place of the one told
     * before. False where they tell none.
     */
    boolean ofForm(Draft draft, Flow flow, Topic topic, Open open) {
        for (var step : flow.steps().entrySet()) {
            if (step.getValue() instanceof Step.Fill fill && !isAsked(flow, open, fill)) {
                Known told = news(draft, flow, fill);
                if (told != null) {
                    keep(draft, flow, topic, fill, told, flow.leads(step.getKey(), open.id()));
                    return true;
                }
            }
        }
        return false;
    }

    /** Another answer than the one given to a question further up, or taken for given: the flow goes on from there. */
    boolean ofAnswer(Draft draft, Act act) {
        Topic topic = draft.memory().topic().orElse(null);
        Dialog dialog = topic == null
                ? null
                : draft.situation().dialogs().dialog(topic.dialog()).orElse(null);
        if (topic == null
                || !(dialog instanceof Flow flow)
                || act instanceof Act.WantsPerson
                || !isOne(draft.situation())) {
            return false;
        }
        for (Open passed : topic.path().reversed()) {
            if (!passed.equals(topic.open()) && flow.step(passed.id()).orElse(null) instanceof Step.Ask ask) {
                Optional<Flow.Answer> other = other(draft, flow, passed.id(), ask);
                if (other.isPresent()) {
                    draft.because("corrected", passed.id());
                    draft.kind(Kind.INFORM).talk("corrected.fact");
                    conversation
                            .flows()
                            .answer(draft, flow, topic, passed.id(), other.get().id());
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Flow.Answer> other(Draft draft, Flow flow, String step, Step.Ask ask) {
        return ask.as() == null
                ? Optional.empty()
                : draft.memory()
                        .fact(flow.id(), Forms.name(ask.as()))
                        .flatMap(before -> Foretold.corrected(draft.situation(), flow, step, ask, before.value()));
    }

    private static boolean isAsked(Flow flow, Open open, Step.Fill fill) {
        return flow.step(open.id()).orElse(null) instanceof Step.Fill now && now.form() == fill.form();
    }

    private static @Nullable Known news(Draft draft, Flow flow, Step.Fill fill) {
        if (!PLAIN.contains(fill.form())) {
            return null;
        }
        Known told = Forms.told(draft.situation(), fill.form(), false).orElse(null);
        Known before = draft.memory().fact(flow.id(), Forms.name(fill.as())).orElse(null);
        return told == null || before != null && before.value().equals(told.value()) ? null : told;
    }

    /** @param passed whether the dialog has gone past the value: then what came of the old one is done over */
    private void keep(Draft draft, Flow flow, Topic topic, Step.Fill fill, Known told, boolean passed) {
        boolean known = draft.memory().fact(flow.id(), Forms.name(fill.as())).isPresent();
        draft.because("told: " + fill.as(), "unasked");
        draft.remember(Forms.keep(draft.memory(), flow, fill.as(), told));
        draft.kind(Kind.INFORM).talk(known ? "corrected.fact" : "fact.noted");
        draft.briefly();
        if (known && passed) {
            conversation.flows().goOn(draft, flow, topic, fill);
        } else {
            conversation.reopen(draft, topic);
        }
    }
}
