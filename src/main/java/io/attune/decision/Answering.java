package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.decision.policy.ReasonCode;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Troubleshoot;
import java.util.List;
import java.util.Optional;

/** Answers what the customer did: picks, topics, control, small talk, or what was not understood. */
final class Answering {
    /** Below this the first intent is asked about when a second is near. */
    private static final double SURE = .55;

    private final Conversation conversation;
    private final Control control;
    private final Corrections corrections;
    private final DataWishes data;

    Answering(Conversation conversation) {
        this.conversation = conversation;
        this.control = new Control(conversation);
        this.corrections = new Corrections(conversation);
        this.data = new DataWishes(conversation, control);
    }

    void answer(Draft draft, Hearing hearing) {
        if (data.answer(draft, hearing.act())) {
            understood(draft);
            return;
        }
        if (corrections.ofAnswer(draft, hearing.act()) || toldWhatWasAsked(draft, hearing.act())) {
            understood(draft);
            hearing.later().forEach(later -> Later.noted(draft, later.intent()));
            return;
        }
        boolean news = hearing.act() instanceof Act.Says || hearing.act() instanceof Act.Picks;
        if (news) {
            hearing.later().forEach(later -> Later.lineUp(draft, later.intent()));
        }
        switch (hearing.act()) {
            case Act.WantsPerson person ->
                Handoffs.order(
                        draft,
                        new HandoffOrder(ReasonCode.CUSTOMER_ASKED, "The customer asked for a person.", null, 1));
            case Act.Picks(String id) -> {
                understood(draft);
                if (!control.general(draft, id)) {
                    conversation.pick(draft, id);
                }
            }
            case Act.Brings(String intent, double confidence) -> brings(draft, intent, confidence);
            case Act.Says(String intent) -> {
                if (otherMeant(draft, intent) || control.says(draft, intent)) {
                    understood(draft);
                } else {
                    unclear(draft, false);
                }
            }
            case Act.Unclear(boolean outOfScope) -> unclear(draft, outOfScope);
        }
        if (!news) {
            hearing.later().forEach(later -> Later.noted(draft, later.intent()));
        }
    }

    /** "No, I meant the phone" is no no. */
    private boolean otherMeant(Draft draft, String intent) {
        Optional<Topic> topic = draft.memory().topic().filter(one -> one.open() != null);
        return (intent.equals("deny") || intent.equals("go_back"))
                && topic.isPresent()
                && Corrections.isOne(draft.situation())
                && corrections.ofOther(draft, topic.get());
    }

    private static void understood(Draft draft) {
        draft.remember(draft.memory().withTalk(draft.memory().talk().withMisunderstood(0)));
    }

    /** Own words that answer the open question, whatever else they may mean. */
    private boolean toldWhatWasAsked(Draft draft, Act act) {
        Topic topic = draft.memory().topic().orElse(null);
        Open open = topic == null ? null : topic.open();
        if (topic == null || open == null || act instanceof Act.Picks || act instanceof Act.WantsPerson) {
            return false;
        }
        if (draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Flow flow) {
            return filled(draft, flow, topic, open, act);
        }
        if (!(draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot dialog)) {
            return false;
        }
        boolean news = Absorbing.facts(draft, dialog);
        if (act instanceof Act.Brings || act instanceof Act.Unclear) {
            Absorbing.remedies(draft, dialog);
        }
        if (Absorbing.answers(draft, dialog, open)) {
            conversation.advance(draft, topic.settled());
            return true;
        }
        boolean corrects = Corrections.isOne(draft.situation());
        if (news && (!bringsElse(draft, act) || corrects && act instanceof Act.Says)) {
            draft.talk(corrects ? "corrected.fact" : "fact.noted");
            conversation.advance(draft, topic.settled());
            return true;
        }
        return false;
    }

    /** A value that a form waits for. Where any words would do, words of control are none: "cancel" is no reason for a visit. */
    private boolean filled(Draft draft, Flow flow, Topic topic, Open open, Act act) {
        boolean anything = FlowWalker.takesAnything(flow, open.id());
        boolean number =
                draft.situation().heard().stream().anyMatch(heard -> Reach.isForForm(heard, draft.situation()));
        boolean elsewhere = act instanceof Act.Brings && bringsElse(draft, act);
        if ((anything ? number : !elsewhere) && corrections.ofForm(draft, flow, topic, open)) {
            return true;
        }
        boolean control = act instanceof Act.Says && anything && !Corrections.isOne(draft.situation());
        return !control && conversation.flows().fill(draft, flow, topic, open.id());
    }

    /** Whether the message surely is about something else that there is a dialog for. */
    private static boolean bringsElse(Draft draft, Act act) {
        return switch (act) {
            case Act.Unclear unclear -> false;
            case Act.Brings(String intent, double confidence) ->
                confidence >= Hearing.CERTAIN
                        && draft.situation().dialogs().forIntent(intent).isPresent();
            case Act.Says says -> true;
            case Act.Picks picks -> true;
            case Act.WantsPerson person -> true;
        };
    }

    private void brings(Draft draft, String intent, double confidence) {
        Topic topic = draft.memory().topic().orElse(null);
        Dialog current = topic == null
                ? null
                : draft.situation().dialogs().dialog(topic.dialog()).orElse(null);
        if (topic != null && current != null && current.intents().contains(intent)) {
            understood(draft);
            if (Corrections.isOne(draft.situation())) {
                corrections.withinTopic(draft, topic);
            } else {
                control.sameAgain(draft, topic);
            }
            return;
        }
        if (confidence >= SURE) {
            understood(draft);
            if (topic != null && topic.open() != null && Corrections.isOne(draft.situation())) {
                Corrections.ofTopic(draft, topic);
            }
            conversation.begin(draft, intent);
            return;
        }
        if (topic != null && topic.open() != null) {
            unclear(draft, false);
            return;
        }
        List<String> near = Near.of(draft.situation(), intent);
        understood(draft);
        if (near.size() == 1 && confidence >= Hearing.GUESS) {
            conversation.begin(draft, intent);
        } else {
            Near.clarify(draft, near);
        }
    }

    /** What is not understood, but puts something right, is taken down and the question put again. */
    private void unclear(Draft draft, boolean outOfScope) {
        Optional<Topic> topic = draft.memory().topic().filter(one -> one.open() != null);
        if (topic.isPresent() && control.toldOfStep(draft, topic.get())) {
            understood(draft);
        } else if (topic.isPresent() && Corrections.isOne(draft.situation())) {
            understood(draft);
            if (!corrections.ofOther(draft, topic.get())) {
                corrections.withinTopic(draft, topic.get());
            }
        } else {
            notUnderstood(draft, outOfScope);
        }
    }

    /** Help that rises: other words and examples, then the offer of a person, then a person. */
    private void notUnderstood(Draft draft, boolean beyond) {
        boolean outOfScope = beyond && Unread.why(draft.situation()).isEmpty();
        int times = draft.memory().talk().misunderstood() + 1;
        draft.remember(draft.memory().withTalk(draft.memory().talk().withMisunderstood(times)));
        draft.because(outOfScope ? "out of scope" : "not understood", times + " in a row");
        if (times >= 3) {
            Handoffs.order(
                    draft,
                    new HandoffOrder(
                            outOfScope ? ReasonCode.OUT_OF_SCOPE : ReasonCode.LOW_CONFIDENCE,
                            "The bot did not understand the customer " + times + " times in a row.",
                            "not-understood",
                            0));
            return;
        }
        if (times == 2) {
            Handoffs.offer(draft, outOfScope ? "not_understood.offer_scope" : "not_understood.offer");
            return;
        }
        draft.talk(Unread.why(draft.situation())
                .orElse(outOfScope ? "not_understood.out_of_scope" : "not_understood.first"));
        Optional<Topic> topic = draft.memory().topic().filter(one -> one.open() != null);
        if (topic.isPresent()) {
            draft.briefly();
            conversation.reopen(draft, topic.get());
        } else {
            control.menu(draft);
        }
        draft.kind(Kind.NOT_UNDERSTOOD);
    }
}
