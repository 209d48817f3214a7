package io.attune.crash;

import java.util.List;

/** Who speaks for the provider, as the log tells it. */
enum Owner {
    BOT,
    /** A person was asked for and has not come yet: the bot may speak and need not. */
    WAITING,
    HUMAN,
    CLOSED;

    Owner after(Event event) {
        return switch (event.ev()) {
            case "handoff.requested", "handoff.queued" -> WAITING;
            case "handoff.joined", "handoff.transferred" -> HUMAN;
            case "handoff.returned", "handoff.failed" -> BOT;
            case "conversation.closed" -> CLOSED;
            default -> this;
        };
    }

    static Owner atEndOf(List<Event> events) {
        Owner owner = BOT;
        for (Event event : events) {
            owner = owner.after(event);
        }
        return owner;
    }
}
