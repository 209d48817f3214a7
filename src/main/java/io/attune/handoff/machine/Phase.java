package io.attune.handoff.machine;

import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.conversation.Owner;
import java.util.Locale;

/** Where a conversation stands between bot and people. The log knows four owners; this says which kind of each. */
public enum Phase {
    /** The bot answers. */
    BOT(Owner.BOT),
    /** The bot answers, and has offered a person. */
    OFFERED(Owner.BOT),
    /** Waits for an agent. */
    QUEUED(Owner.QUEUE),
    /** Waits, and rings at one agent. */
    RINGING(Owner.QUEUE),
    /** An agent answers. */
    WITH_AGENT(Owner.AGENT),
    /** Over for the customer; its agent has yet to say how it ended, and their place stays taken. */
    WRAP_UP(Owner.CLOSED),
    /** Given back, and the bot has not spoken since. */
    RETURNED(Owner.BOT),
    /** Ended. */
    CLOSED(Owner.CLOSED);

    private final Owner owner;

    Phase(Owner owner) {
        this.owner = owner;
    }

    public Owner owner() {
        return owner;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the log does not say of a conversation, and the phase depends on. */
    public record Beside(boolean offeredPerson, boolean returned, boolean rings, boolean wrapsUp) {}

    public static Phase of(Owner owner, Beside beside) {
        return switch (owner) {
            case BOT -> beside.returned() ? RETURNED : beside.offeredPerson() ? OFFERED : BOT;
            case QUEUE -> beside.rings() ? RINGING : QUEUED;
            case AGENT -> WITH_AGENT;
            case CLOSED -> beside.wrapsUp() ? WRAP_UP : CLOSED;
        };
    }
}
