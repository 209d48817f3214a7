package io.attune.decision;

import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.decision.policy.ReasonCode;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.List;
import java.util.Optional;

/** Takes short replies (yes, no, don't know, it works, still broken) as answers to whatever was asked last. */
final class Replies {
    private final Conversation conversation;
    private final RemedyTalk remedies;

    Replies(Conversation conversation, RemedyTalk remedies) {
        this.conversation = conversation;
        this.remedies = remedies;
    }

    /** False when the word answers nothing that is open. */
    boolean answer(Draft draft, String understood) {
        boolean worse = understood.equals("it_worked") && HowItWent.isWorse(draft.situation());
        String intent = worse ? "still_broken" : understood;
        Prompt prompt = draft.situation().memory().talk().asked().prompt();
        switch (prompt) {
            case PERSON -> {
                return toPersonOffer(draft, intent);
            }
            case MORE -> {
                return toMore(draft, intent);
            }
            case CLARIFY, MENU -> {
                return intent.equals("affirm") || intent.equals("deny") ? tellMe(draft) : toTopic(draft, intent);
            }
            case TOPIC, CONSENT, NONE -> {
                return toTopic(draft, intent);
            }
        }
        return false;
    }

    static boolean tellMe(Draft draft) {
        draft.kind(Kind.ASK).talk("tell_me");
        draft.asking(Prompt.MENU);
        return true;
    }

    private boolean toPersonOffer(Draft draft, String intent) {
        if (intent.equals("affirm")) {
            draft.because("offer", "accepted");
            Handoffs.order(
                    draft,
                    new HandoffOrder(
                            ReasonCode.CUSTOMER_ASKED, "The customer accepted the offer of a person.", null, 0));
            return true;
        }
        if (intent.equals("deny")) {
            draft.because("offer", "declined");
            draft.remember(draft.memory()
                    .withTalk(draft.memory().talk().withMisunderstood(0))
                    .withCourse(draft.memory().course().withDeclined()));
            draft.talk("offer.declined");
            draft.memory()
                    .topic()
                    .ifPresentOrElse(topic -> conversation.reopen(draft, topic), () -> conversation.ending(draft));
            return true;
        }
        return toTopic(draft, intent);
    }

    private boolean toMore(Draft draft, String intent) {
        switch (intent) {
            case "deny", "it_worked" -> {
                if (!ConsentQuestions.toLearn(draft)) {
                    goodbye(draft);
                }
            }
            case "affirm" -> tellMe(draft);
            default -> {
                return toTopic(draft, intent);
            }
        }
        return true;
    }

    private boolean toTopic(Draft draft, String intent) {
        Optional<Topic> topic = draft.memory().topic();
        if (topic.isEmpty() || topic.get().open() == null) {
            return withoutTopic(draft, intent);
        }
        Open open = java.util.Objects.requireNonNull(topic.get().open());
        return switch (open.kind()) {
            case FACT -> toFact(draft, topic.get(), open, intent);
            case REMEDY, VERIFY -> remedies.answer(draft, topic.get(), open, intent);
            case STEP -> toStep(draft, topic.get(), open, intent);
        };
    }

    private boolean toFact(Draft draft, Topic topic, Open open, String intent) {
        if (!(draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot dialog)) {
            return false;
        }
        List<String> values =
                dialog.fact(open.id()).map(Troubleshoot.Fact::values).orElse(List.of());
        String value = switch (intent) {
            case "affirm" -> "yes";
            case "deny" -> "no";
            case "dont_know" -> Known.UNSURE_ID;
            default -> "";
        };
        if (intent.equals("it_worked")) {
            conversation.solved(draft, topic, "solved_itself");
            return true;
        }
        if (intent.equals("already_tried") && Absorbing.remedies(draft, dialog)) {
            conversation.advance(draft, topic.settled());
            return true;
        }
        if (intent.equals("still_broken") || intent.equals("already_tried")) {
            draft.talk("topic.same");
            draft.briefly();
            conversation.reopen(draft, topic);
            return true;
        }
        if (intent.equals("dont_know") || values.contains(value)) {
            conversation.fact(draft, dialog, topic, open.id(), value);
            return true;
        }
        return false;
    }

    private boolean toStep(Draft draft, Topic topic, Open open, String intent) {
        if (intent.equals("dont_know")) {
            draft.talk("step.unsure");
            conversation.reopen(draft, topic);
            Handoffs.person(draft);
            return true;
        }
        String answer = switch (intent) {
            case "affirm", "it_worked" -> "yes";
            case "deny", "still_broken" -> "no";
            default -> "";
        };
        boolean offered = draft.situation().memory().talk().asked().choices().stream()
                .anyMatch(choice -> choice.id().equals(Ids.step(topic.dialog(), open.id(), answer)));
        if (offered) {
            conversation.pick(draft, Ids.step(topic.dialog(), open.id(), answer));
        }
        return offered;
    }

    private boolean withoutTopic(Draft draft, String intent) {
        switch (intent) {
            case "it_worked" -> {
                draft.kind(Kind.RESOLVED).talk("solved_itself");
                conversation.ending(draft);
                draft.kind(Kind.RESOLVED);
            }
            case "affirm", "deny" -> tellMe(draft);
            case "still_broken" -> {
                return conversation.notSolvedAfterAll(draft);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void goodbye(Draft draft) {
        Topic topic = draft.memory().topic().orElse(null);
        Remedy told = topic == null
                ? null
                : remedies.open(draft, topic).filter(Remedy::settles).orElse(null);
        if (topic != null && told != null) {
            remedies.book(draft, topic, told, Outcome.WORKED);
        }
        draft.kind(Kind.SMALLTALK).talk("goodbye");
        draft.end();
    }
}
