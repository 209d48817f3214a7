package io.attune.handoff.machine;

import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.Guard;
import io.attune.conversation.Sender;
import org.jspecify.annotations.Nullable;

/** The moves as plans. Pure: the same for the server and for the model that it is checked with. */
public final class Moves {
    /** The reason of a handoff that nobody came for. */
    public static final String NOBODY = "nobody_there";

    /** The reason of one that became a callback, and of the callback when its time has come. */
    public static final String CALLBACK = "callback";

    /** Whom a conversation is for when its agent is gone. */
    public static final String ANYBODY = "queue";

    private Moves() {}

    /** Where a customer stands, as they are told. */
    public record Place(int position, @Nullable Long waitMs) {
        HandoffQueued event() {
            return new HandoffQueued(Sender.SYSTEM, position, waitMs);
        }
    }

    public static Plan claim(Sender agent) {
        return Plan.of(guard(Move.CLAIM, Actor.ANY_AGENT), new HandoffJoined(agent));
    }

    /** @param ownership under which it rang: a later owner's conversation is not accepted */
    public static Plan accept(Sender agent, long ownership) {
        return Plan.of(guard(Move.ACCEPT, Actor.RUNG_AGENT), new HandoffJoined(agent))
                .under(ownership);
    }

    public static Plan transfer(Sender agent, String to, @Nullable String note) {
        return Plan.of(its(Move.TRANSFER, agent), new HandoffTransferred(agent, to, note));
    }

    public static Plan assign(Sender supervisor, String to, @Nullable String note) {
        return Plan.of(guard(Move.ASSIGN, Actor.SUPERVISOR), new HandoffTransferred(supervisor, to, note));
    }

    public static Plan takeOver(Sender supervisor) {
        return Plan.of(
                guard(Move.TAKE_OVER, Actor.SUPERVISOR),
                new HandoffTransferred(supervisor, "agent:" + supervisor.id(), null),
                new HandoffJoined(supervisor));
    }

    /** @param agent who is gone */
    public static Plan lose(String agent, Place place) {
        return Plan.of(Guard.ownedBy(agent), new HandoffTransferred(Sender.SYSTEM, ANYBODY, null), place.event());
    }

    public static Plan giveBack(Sender agent, @Nullable String instruction) {
        return Plan.of(its(Move.GIVE_BACK, agent), new HandoffReturned(agent, instruction));
    }

    public static Plan close(Sender agent, String code, @Nullable String note) {
        return Plan.of(its(Move.CLOSE, agent), new Closed(agent, code, note));
    }

    public static Plan fail(long ownership) {
        return Plan.of(guard(Move.FAIL, Actor.SYSTEM), new HandoffFailed(Sender.SYSTEM, NOBODY))
                .under(ownership);
    }

    public static Plan callBack(int priority, Place place) {
        return Plan.of(
                guard(Move.CALL_BACK, Actor.SYSTEM),
                new HandoffRequested(
                        Sender.SYSTEM, CALLBACK, "The customer chose to be called back now.", null, priority),
                place.event());
    }

    private static Guard guard(Move move, Actor who) {
        return Transitions.guard(move, who, "");
    }

    private static Guard its(Move move, Sender agent) {
        return Transitions.guard(move, Actor.ITS_AGENT, String.valueOf(agent.id()));
    }
}
