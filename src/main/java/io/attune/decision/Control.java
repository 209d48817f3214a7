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

/** What works the same in every dialog: yes and no, don't know, again, back, stop, and small talk on the way. */
final class Control {
    private static final List<String> MENU = List.of("internet_slow", "internet_down", "wifi_weak", "bill_explain");
    private final Conversation conversation;
    private final RemedyTalk remedies;
    private final Replies replies;

    Control(Conversation conversation) {
        this.conversation = conversation;
        this.remedies = new RemedyTalk(conversation);
        this.replies = new Replies(conversation, remedies);
    }

    /** Answers small talk or control; false when it makes no sense here. */
    boolean says(Draft draft, String intent) {
        switch (intent) {
            case "repeat" -> repeat(draft);
            case "explain" -> explain(draft);
            case "promised" -> promised(draft);
            case "continue" -> goOn(draft);
            case "go_back" -> goBack(draft);
            case "cancel_topic" -> cancel(draft);
            case "help" -> help(draft);
            case "wait" -> draft.kind(Kind.WAIT).talk("wait");
            case "goodbye" -> goodbye(draft);
            case "affirm", "deny", "dont_know", "it_worked", "still_broken", "already_tried" -> {
                return replies.answer(draft, intent);
            }
            default -> {
                return smallTalk(draft, intent);
            }
        }
        return true;
    }

    void goodbye(Draft draft) {
        replies.goodbye(draft);
    }

    /** Choices that belong to no dialog; false for any other. */
    boolean general(Draft draft, String id) {
        switch (id) {
            case Ids.YES -> replies.answer(draft, "affirm");
            case Ids.NO -> replies.answer(draft, "deny");
            case Ids.OTHER -> Replies.tellMe(draft);
            case Ids.FILE -> file(draft);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What came without words is kept for people; the bot says that it cannot look at it, and goes on where it was. */
    private void file(Draft draft) {
        draft.because("file", "kept for an agent");
        draft.kind(Kind.INFORM).talk("file.noted");
        draft.memory().topic().filter(topic -> topic.open() != null).ifPresent(topic -> {
            draft.briefly();
            conversation.reopen(draft, topic);
        });
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
            boolean looking = draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot;
            draft.talk(looking ? "topic.same" : "again");
            draft.briefly();
            conversation.reopen(draft, topic);
        }
    }

    /** What was not understood as a whole may still say how the step went, or what becomes of it. */
    boolean toldOfStep(Draft draft, Topic topic) {
        if (remedies.inPassing(draft, topic)) {
            return true;
        }
        if (remedies.saysStill(draft)) {
            sameAgain(draft, topic);
            return true;
        }
        return false;
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
        } else if (memory.talk().said().size() < 2) {
            help(draft);
        } else {
            draft.talk("again");
            draft.quote(memory.talk().said().getLast());
        }
        draft.kind(Kind.REPEAT);
    }

    /** "What do you mean?": the open question in the plainest words there are. */
    private void explain(Draft draft) {
        Topic topic = draft.memory().topic().orElse(null);
        if (topic == null || topic.open() == null || remedies.open(draft, topic).isPresent()) {
            repeat(draft);
            return;
        }
        draft.because("explains", topic.open().id());
        draft.talk("explain");
        draft.plainly();
        conversation.reopen(draft, topic);
        Handoffs.person(draft);
        draft.kind(Kind.REPEAT);
    }

    /** What the bot said would be so. */
    private void promised(Draft draft) {
        draft.kind(Kind.INFORM)
                .because("promises", String.valueOf(draft.memory().promises().size()));
        Promises.list(draft);
        goOn(draft);
    }

    private void goOn(Draft draft) {
        draft.briefly();
        draft.memory()
                .topic()
                .ifPresentOrElse(topic -> conversation.reopen(draft, topic), () -> conversation.ending(draft));
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
        draft.talk("cancelled");
        Topic topic = draft.memory().topic().orElse(null);
        if (topic != null) {
            draft.remember(draft.memory().withoutTopic(topic.dialog()));
            if (draft.situation().dialogs().dialog(topic.dialog()).orElse(null) instanceof Troubleshoot) {
                draft.willing(Willingness.Sign.ABANDONED, "stopped: " + topic.dialog());
            }
        }
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
            draft.briefly();
            conversation.reopen(draft, topic);
        } else if (!intent.equals("thanks")) {
            draft.talk("greeting.question");
            menu(draft);
        }
        draft.kind(Kind.SMALLTALK);
        return true;
    }
}
