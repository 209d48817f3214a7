package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.policy.ReasonCode;
import io.attune.decision.policy.Verdict;
import java.util.Map;

/** Hands over, or offers to. */
final class Handoffs {
    private Handoffs() {}

    /** Puts the conversation into the queue and says so, honestly where nobody is there. */
    static void order(Draft draft, HandoffOrder order) {
        order(draft, order, opening(order));
    }

    /** @param opening the text that leads up to it, below {@code handoff.} */
    static void order(Draft draft, HandoffOrder order, String opening) {
        draft.kind(Kind.HANDOFF);
        draft.talk("handoff." + opening);
        QueueState queue = draft.situation().queue();
        if (queue.agentsOnline() == 0) {
            draft.talk("handoff.nobody");
            Callbacks.offer(draft);
        } else {
            draft.talk("handoff.queued", Map.of("wait", String.valueOf(minutes(draft.situation()))));
        }
        draft.handOver(order);
        draft.because("handoff", order.code().code());
    }

    static void order(Draft draft, Verdict verdict) {
        ReasonCode code = verdict.code() == null ? ReasonCode.POLICY_REQUIRED : verdict.code();
        draft.because(verdict.reasons());
        order(draft, new HandoffOrder(code, verdict.sentence(), verdict.rule(), verdict.priority()));
    }

    /** Asks whether a person is wanted. */
    static void offer(Draft draft, String text) {
        draft.kind(Kind.OFFER_HANDOFF);
        mention(draft, text);
        draft.asking(Prompt.PERSON);
        person(draft);
        draft.talkChoice(Ids.NO, "choices.go_on");
    }

    /** Says a text that names the wait; another one where nobody is there to wait for. */
    static void mention(Draft draft, String text) {
        if (draft.situation().queue().agentsOnline() == 0) {
            draft.talk(text + "_nobody");
        } else {
            draft.talk(text, Map.of("wait", String.valueOf(minutes(draft.situation()))));
        }
    }

    /** A choice that connects a person, with the wait where it is known. */
    static void person(Draft draft) {
        draft.talkChoice(Ids.PERSON, "choices.person");
    }

    static long minutes(Situation situation) {
        return Math.max(1, (situation.queue().expectedWait().toSeconds() + 59) / 60);
    }

    private static String opening(HandoffOrder order) {
        return switch (order.code()) {
            case CUSTOMER_ASKED, AGENT_PULL -> "asked";
            case VULNERABLE_CUSTOMER -> "care";
            case REPEATED_FAILURE, FRUSTRATION, VIP_RULE -> "sorry";
            case LOW_CONFIDENCE, OUT_OF_SCOPE -> "lost";
            case POLICY_REQUIRED, TOOL_FAILURE -> "specialist";
        };
    }
}
