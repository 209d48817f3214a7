package io.attune.handoff.machine;

import static io.attune.handoff.machine.Actor.*;
import static io.attune.handoff.machine.Move.*;
import static io.attune.handoff.machine.Phase.BOT;
import static io.attune.handoff.machine.Phase.CLOSED;
import static io.attune.handoff.machine.Phase.OFFERED;
import static io.attune.handoff.machine.Phase.QUEUED;
import static io.attune.handoff.machine.Phase.RETURNED;
import static io.attune.handoff.machine.Phase.RINGING;
import static io.attune.handoff.machine.Phase.WITH_AGENT;

import io.attune.conversation.Guard;
import io.attune.conversation.Owner;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one table of what may happen. What is not a line here cannot: the guards of all moves are made from it. */
public final class Transitions {
    private static final String NOTHING = "-";
    private static final String JOINED = "handoff.joined";
    private static final String PASSED = "handoff.transferred handoff.queued";
    private static final String WANTED = "handoff.requested handoff.queued";
    private static final String ENDED = "conversation.closed";

    public static final List<Transition> TABLE = List.of(
            new Transition(BOT, OFFER_PERSON, Actor.BOT, OFFERED, "message"),
            new Transition(RETURNED, OFFER_PERSON, Actor.BOT, OFFERED, "message"),
            new Transition(OFFERED, GO_ON, Actor.BOT, BOT, "message"),
            new Transition(RETURNED, GO_ON, Actor.BOT, BOT, "message"),
            new Transition(BOT, REQUEST, Actor.BOT, QUEUED, WANTED),
            new Transition(OFFERED, REQUEST, Actor.BOT, QUEUED, WANTED),
            new Transition(RETURNED, REQUEST, Actor.BOT, QUEUED, WANTED),
            new Transition(QUEUED, RING, SYSTEM, RINGING, NOTHING),
            new Transition(RINGING, RING_OUT, SYSTEM, QUEUED, NOTHING),
            new Transition(RINGING, RING_OUT, RUNG_AGENT, QUEUED, NOTHING),
            new Transition(RINGING, ACCEPT, RUNG_AGENT, WITH_AGENT, JOINED),
            new Transition(QUEUED, CLAIM, ANY_AGENT, WITH_AGENT, JOINED),
            new Transition(RINGING, CLAIM, ANY_AGENT, WITH_AGENT, JOINED),
            new Transition(BOT, CLAIM, ANY_AGENT, WITH_AGENT, JOINED),
            new Transition(OFFERED, CLAIM, ANY_AGENT, WITH_AGENT, JOINED),
            new Transition(RETURNED, CLAIM, ANY_AGENT, WITH_AGENT, JOINED),
            new Transition(WITH_AGENT, TRANSFER, ITS_AGENT, QUEUED, "handoff.transferred"),
            new Transition(QUEUED, ASSIGN, SUPERVISOR, QUEUED, "handoff.transferred"),
            new Transition(RINGING, ASSIGN, SUPERVISOR, QUEUED, "handoff.transferred"),
            new Transition(WITH_AGENT, ASSIGN, SUPERVISOR, QUEUED, "handoff.transferred"),
            new Transition(WITH_AGENT, TAKE_OVER, SUPERVISOR, WITH_AGENT, "handoff.transferred " + JOINED),
            new Transition(WITH_AGENT, LOSE_AGENT, SYSTEM, QUEUED, PASSED),
            new Transition(WITH_AGENT, GIVE_BACK, ITS_AGENT, RETURNED, "handoff.returned"),
            new Transition(QUEUED, LEAVE, CUSTOMER, BOT, "handoff.returned"),
            new Transition(RINGING, LEAVE, CUSTOMER, BOT, "handoff.returned"),
            new Transition(QUEUED, FAIL, SYSTEM, RETURNED, "handoff.failed"),
            new Transition(RINGING, FAIL, SYSTEM, RETURNED, "handoff.failed"),
            new Transition(QUEUED, BOOK_CALLBACK, CUSTOMER, BOT, "handoff.failed"),
            new Transition(RINGING, BOOK_CALLBACK, CUSTOMER, BOT, "handoff.failed"),
            new Transition(BOT, BOOK_CALLBACK, CUSTOMER, BOT, "message"),
            new Transition(OFFERED, BOOK_CALLBACK, CUSTOMER, BOT, "message"),
            new Transition(RETURNED, BOOK_CALLBACK, CUSTOMER, BOT, "message"),
            new Transition(BOT, CALL_BACK, SYSTEM, QUEUED, WANTED),
            new Transition(OFFERED, CALL_BACK, SYSTEM, QUEUED, WANTED),
            new Transition(CLOSED, CALL_BACK, SYSTEM, QUEUED, WANTED),
            new Transition(BOT, END, CUSTOMER, CLOSED, ENDED),
            new Transition(OFFERED, END, CUSTOMER, CLOSED, ENDED),
            new Transition(RETURNED, END, CUSTOMER, CLOSED, ENDED),
            new Transition(QUEUED, END, CUSTOMER, CLOSED, ENDED),
            new Transition(RINGING, END, CUSTOMER, CLOSED, ENDED),
            new Transition(WITH_AGENT, END, CUSTOMER, Phase.WRAP_UP, ENDED),
            new Transition(BOT, END, Actor.BOT, CLOSED, ENDED),
            new Transition(OFFERED, END, Actor.BOT, CLOSED, ENDED),
            new Transition(RETURNED, END, Actor.BOT, CLOSED, ENDED),
            new Transition(WITH_AGENT, CLOSE, ITS_AGENT, CLOSED, ENDED),
            new Transition(WITH_AGENT, END_AND_WRAP_UP, ITS_AGENT, Phase.WRAP_UP, ENDED),
            new Transition(Phase.WRAP_UP, Move.WRAP_UP, ITS_AGENT, CLOSED, NOTHING),
            new Transition(Phase.WRAP_UP, Move.WRAP_UP, SYSTEM, CLOSED, NOTHING),
            new Transition(Phase.WRAP_UP, REOPEN, CUSTOMER, BOT, "message"),
            new Transition(CLOSED, REOPEN, CUSTOMER, BOT, "message"));

    private Transitions() {}

    /** Where {@code move} of {@code who} leads from here; empty when they may not make it. */
    public static Optional<Phase> next(Phase from, Move move, Actor who) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.move() == move && line.who() == who)
                .map(Transition::to)
                .findFirst();
    }

    /**
     * What must hold of the conversation in the commit for this move.
     *
     * @param agent whose it must be, where only its own agent may
     */
    public static Guard guard(Move move, Actor who, String agent) {
        if (who == ITS_AGENT) {
            return Guard.ownedBy(agent);
        }
        EnumSet<Owner> owners = TABLE.stream()
                .filter(line -> line.move() == move && line.who() == who)
                .map(line -> line.from().owner())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Owner.class)));
        return new Guard(null, null, owners, null);
    }
}
