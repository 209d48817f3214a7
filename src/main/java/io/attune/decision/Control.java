package io.attune.decision;

import io.attune.aptitude.Willingness;
import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.List;
import java.util.Optional;

/** What works the same in every dialog: yes and no, don't know, again, back, stop, and small talk on the way. */
final class Control {
    private static final List<String> MENU = List.of("internet_slow", "internet_down", "wifi_weak", "bill_explain");
    private final Conversation conversation;
    private final RemedyTalk remedies;

    Control(Conversation conversation) {
        this.conversation = conversation;
        this.remedies = new RemedyTalk(conversation);
    }

    /** Answers small talk or control; false when it makes no sense here. */
    boolean says(Draft draft, String intent) {
        switch (intent) {
            case "repeat" -> repeat(draft);
            case "go_back" -> goBack(draft);
            case "cancel_topic" -> cancel(draft);
            case "help" -> help(draft);
            case "wait" -> draft.kind(Kind.WAIT).talk("wait");
            case "goodbye" -> goodbye(draft);
            case "affirm", "deny", "dont_know", "it_worked", "still_broken", "already_tried" -> {
                return answer(draft, intent);
            }
            default -> {
                return smallTalk(draft, intent);
            }
        }
        return true;
    }

    /** Choices that belong to no dialog; false for any other. */
    boolean general(Draft draft, String id) {
        switch (id) {
            case Ids.YES -> answer(draft, "affirm");
            case Ids.NO -> answer(draft, "deny");
            case Ids.OTHER -> {
                draft.kind(Kind.ASK).talk("tell_me");
                draft.asking(Prompt.MENU);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean answer(Draft draft, String intent) {
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
            case TOPIC, NONE -> {
                return toTopic(draft, intent);
            }
        }
        return false;
    }

    private static boolean tellMe(Draft draft) {
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
                            io.attune.decision.policy.ReasonCode.CUSTOMER_ASKED,
                            "The customer accepted the offer of a person.",
                            null,
                            0));
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
            case "deny", "it_worked" -> goodbye(draft);
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
            case "dont_know" -> io.attune.decision.memory.Known.UNSURE_ID;
            default -> "";
        };
        if (intent.equals("it_worked")) {
            conversation.solved(draft, topic, "solved_itself");
            return true;
        }
        if (intent.equals("dont_know") || values.contains(value)) {
            conversation.fact(draft, dialog, topic, open.id(), value);
            return true;
        }
        return false;
    }

    private boolean toStep(Draft draft, Topic topic, Open open, String intent) {
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
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The customer comes with what is in hand already. */
    void sameAgain(Draft draft, Topic topic) {
        draft.because("same topic", topic.dialog());
        Open open = topic.open();
        if (open != null
                && open.kind() != Open.Kind.FACT
                && open.kind() != Open.Kind.STEP
                && remedies.saysStill(draft)) {
            remedies.answer(draft, topic, open, "still_broken");
        } else {
            draft.talk("topic.same");
            conversation.reopen(draft, topic);
        }
    }

    private void repeat(Draft draft) {
        Memory memory = draft.memory();
        Topic topic = memory.topic().orElse(null);
        Remedy remedy = topic == null ? null : remedies.open(draft, topic).orElse(null);
        if (topic != null && remedy != null) {
            remedies.explain(draft, topic, remedy);
        } else if (topic != null && topic.open() != null) {
            draft.talk("again");
            conversation.reopen(draft, topic);
        } else if (memory.talk().said().isEmpty()) {
            help(draft);
        } else {
            draft.talk("again");
            draft.quote(memory.talk().said().getLast());
        }
        draft.kind(Kind.REPEAT);
    }

    private void goBack(Draft draft) {
        Topic topic = draft.memory().topic().orElse(null);
        if (topic == null || topic.path().size() < 2) {
            draft.kind(Kind.INFORM).talk("back.nothing");
            if (topic != null) {
                conversation.reopen(draft, topic);
            }
            return;
        }
        Topic shorter = topic.open() == null ? topic : topic.shortened();
        Open last = shorter.path().getLast();
        Memory memory = draft.memory();
        draft.remember(
                switch (last.kind()) {
                    case FACT -> memory.withoutFact(topic.dialog(), last.id());
                    case REMEDY, VERIFY -> memory.withoutTried(topic.dialog(), last.id());
                    case STEP -> memory;
                });
        draft.talk("back.done");
        conversation.reopen(
                draft, shorter.waitingFor(last, draft.situation().now().getEpochSecond()));
    }

    private void cancel(Draft draft) {
        Topic topic = draft.memory().topic().orElse(null);
        if (topic != null) {
            draft.remember(draft.memory().withoutTopic(topic.dialog()));
            if (draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot) {
                draft.willing(Willingness.Sign.ABANDONED, "stopped: " + topic.dialog());
            }
        }
        draft.talk("cancelled");
        conversation.ending(draft);
        draft.kind(Kind.CANCELLED);
    }

    private void help(Draft draft) {
        draft.kind(Kind.INFORM).talk("help");
        menu(draft);
    }

    /** Offers what the bot is good at, and a person. */
    void menu(Draft draft) {
        draft.asking(Prompt.MENU);
        MENU.stream()
                .filter(intent -> draft.situation().dialogs().forIntent(intent).isPresent())
                .forEach(intent -> draft.talkChoice(Ids.topic(intent), "intents." + intent));
        Handoffs.person(draft);
    }

    private void goodbye(Draft draft) {
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

    private boolean smallTalk(Draft draft, String intent) {
        if (!draft.situation().dialogs().talk().has("small." + intent)) {
            return false;
        }
        Topic topic = draft.memory().topic().orElse(null);
        Remedy told = topic == null
                ? null
                : remedies.open(draft, topic).filter(Remedy::settles).orElse(null);
        if (intent.equals("thanks") && topic != null && told != null) {
            remedies.book(draft, topic, told, Outcome.WORKED);
            conversation.solved(draft, topic, "small.thanks");
            return true;
        }
        draft.talk("small." + intent);
        if (topic != null && topic.open() != null) {
            conversation.reopen(draft, topic);
        } else if (!intent.equals("thanks")) {
            menu(draft);
        }
        draft.kind(Kind.SMALLTALK);
        return true;
    }
}
