package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Topic;
import io.attune.decision.policy.HandoffPolicy;
import io.attune.decision.policy.HandoffSettings;
import io.attune.decision.policy.Reason;
import io.attune.decision.policy.Verdict;
import io.attune.decision.policy.Verdict.Advice;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Troubleshoot;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From a situation to a decision: the one entry of this room. Pure and safe for many threads: the same situation gives the
 * same decision, and nothing is done here that anyone could see.
 */
public final class Decider {
    /** Stands as the choice of a message that brought a file and no words. */
    public static final String FILE_ALONE = Ids.FILE;

    private final HandoffPolicy policy;
    private final SignalReader signals;
    private final Answering answering;
    private final Waiting waiting;
    private final Returning returning;
    private final Carrying carrying;
    private final Conversation conversation;
    private final FollowUp followUp;

    public Decider(HandoffSettings handoff, CostSettings costs) {
        policy = new HandoffPolicy(handoff);
        signals = new SignalReader(handoff.rules().sameQueryDays());
        conversation = new Conversation(new Troubleshooter(costs));
        answering = new Answering(conversation);
        waiting = new Waiting(conversation);
        returning = new Returning(conversation);
        carrying = new Carrying(conversation);
        followUp = new FollowUp(conversation);
    }

    public Decider() {
        this(HandoffSettings.DEFAULT, CostSettings.DEFAULT);
    }

    /** How a conversation begins, before the customer has written. */
    public Decision greet(Situation situation) {
        return Greeting.greet(new Draft(situation));
    }

    /**
     * What to say when an agent has given the conversation back.
     *
     * @param instruction of the agent; steers when it names a dialog or an intent
     */
    public Decision welcomeBack(Situation situation, Optional<String> instruction) {
        return returning.answer(new Draft(situation), instruction);
    }

    /** What to say when nobody came: honestly so, with times to be called back at, and on with what is open. */
    public Decision nobodyCame(Situation situation) {
        return returning.afterNobody(new Draft(situation));
    }

    /**
     * What to say to a customer who has not answered, see {@link Silence}.
     *
     * @param says whether a word reaches the customer now; a close is silent otherwise
     */
    public Decision afterSilence(Situation situation, Silence.Stage stage, boolean says) {
        return switch (stage) {
            case NUDGE -> followUp.nudge(situation);
            case CLOSE -> followUp.close(situation, says);
        };
    }

    /** What the bot would do next about the topic in hand, for an agent to consider; empty when that is to hand over. */
    public Optional<Decision> advise(Situation situation) {
        var draft = new Draft(situation);
        Optional<Topic> topic = draft.memory().topic();
        if (topic.isEmpty()) {
            return Optional.empty();
        }
        conversation.advance(draft, topic.get().settled());
        return draft.hasHandoff() || draft.isSilent() ? Optional.empty() : Optional.of(draft.done());
    }

    /** What the next step of a dialog is chosen from, as the {@link Lens} shows it. */
    Outlook outlook(Troubleshoot dialog, Situation situation, Memory memory) {
        return conversation.troubleshooter().outlook(dialog, situation, memory);
    }

    /**
     * The memory that a decision starts from.
     *
     * @param kept as the last decision left it
     * @param returned whether people had the conversation since: what led to that no longer counts
     * @param moved whether it has gone by other dialogs until now: what these do not know is left out
     */
    public static Memory startingFrom(Memory kept, boolean returned, boolean moved, DialogBook dialogs) {
        Memory fair = returned ? Returning.forgiven(kept) : kept;
        return moved ? Carrying.over(fair, dialogs) : fair;
    }

    /**
     * What to answer where the conversation has just been moved to other dialogs: the same as ever, but an
     * answer to a step that is gone begins its topic again, in so many words.
     */
    public Decision decideOnOthers(Situation situation) {
        Draft draft = new Draft(situation);
        Optional<Topic> topic = draft.memory().topic();
        if (situation.waitingForAgent() || topic.isEmpty() || !Carrying.lostItsStep(draft)) {
            return decide(situation);
        }
        Act act = Hearing.of(situation).act();
        draft.because(understood(situation));
        draft.remember(SignalReader.heard(situation));
        Verdict ruled = policy.judge(signals.read(situation, draft.memory(), act));
        boolean ownBusiness = act instanceof Act.WantsPerson || act instanceof Act.Brings || ruled.rule() != null;
        return ownBusiness ? decide(situation) : carrying.begunAgain(draft, topic.get());
    }

    /** What to answer to the messages heard. */
    public Decision decide(Situation situation) {
        if (situation.heard().isEmpty()) {
            return greet(situation);
        }
        Hearing hearing = Hearing.of(situation);
        Draft draft = new Draft(situation);
        draft.because(understood(situation));
        draft.remember(SignalReader.heard(situation));
        Promises.takeOver(draft);
        DataWishes.take(draft);
        if (situation.waitingForAgent()) {
            return waiting.answer(draft, hearing);
        }
        Optional<Instant> callback = Callbacks.chosen(situation, hearing.act());
        if (callback.isPresent()) {
            Callbacks.book(draft, callback.get());
            conversation.ending(draft);
            return draft.done();
        }
        Verdict ruled = policy.judge(signals.read(situation, draft.memory(), hearing.act()));
        if (ruled.rule() != null) {
            draft.judged(ruled);
            topic(situation, hearing.act()).ifPresent(intent -> Opening.query(draft, intent));
            Handoffs.order(draft, ruled);
        } else {
            answering.answer(draft, hearing);
            judge(draft, hearing);
        }
        if (!(hearing.act() instanceof Act.Picks)) {
            Promises.recallUnasked(draft, hearing.act());
            FollowUp.welcomeBack(draft);
        }
        Greeting.introduce(draft);
        return draft.done();
    }

    /** The figures are read after the answer was found, as it may have brought a remedy's outcome or cleared things up. */
    private void judge(Draft draft, Hearing hearing) {
        Memory memory = draft.memory();
        Verdict verdict = policy.judge(signals.read(draft.situation(), memory, hearing.act()));
        draft.judged(verdict);
        draft.remember(memory.withCourse(memory.course().withOver(verdict.over())));
        boolean going = switch (draft.kind()) {
            case ASK, REMEDY, VERIFY, NOT_UNDERSTOOD, CLARIFY, REPEAT -> true;
            default -> false;
        };
        if (!going || draft.hasHandoff()) {
            return;
        }
        if (verdict.advice() == Advice.TRANSFER) {
            draft.hush();
            draft.remember(draft.memory().withTopics(draft.situation().memory().topics()));
            Handoffs.order(draft, verdict);
        } else if (verdict.advice() == Advice.OFFER && draft.kind() != Kind.NOT_UNDERSTOOD) {
            draft.because(verdict.reasons());
            Handoffs.mention(draft, "offer.aside");
            Handoffs.person(draft);
        }
    }

    /** What it is about, also where the wish for a person comes first. */
    private static Optional<String> topic(Situation situation, Act act) {
        if (act instanceof Act.Brings topic) {
            return Optional.of(topic.intent());
        }
        return situation.heard().stream()
                .filter(heard -> heard.choiceId() == null)
                .flatMap(heard -> heard.understanding().ranking().stream())
                .filter(ranked -> ranked.confidence() >= Hearing.GUESS
                        && situation.dialogs().isTopic(ranked.intent()))
                .map(RankedIntent::intent)
                .findFirst();
    }

    private static List<Reason> understood(Situation situation) {
        return situation.heard().stream()
                .map(heard -> heard.choiceId() != null
                        ? new Reason("picked", heard.choiceId())
                        : new Reason(
                                "intent",
                                heard.understanding().intent()
                                        + String.format(
                                                java.util.Locale.ROOT,
                                                " %.2f",
                                                heard.understanding().confidence())))
                .toList();
    }
}
