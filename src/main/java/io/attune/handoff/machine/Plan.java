package io.attune.handoff.machine;

import io.attune.conversation.ConversationEvent;
import io.attune.conversation.Guard;
import java.util.List;

/** A move made ready: what must hold in the commit, and what the log gets if it does. */
public record Plan(Guard guard, List<ConversationEvent> events) {
    public Plan {
        events = List.copyOf(events);
    }

    static Plan of(Guard guard, ConversationEvent... events) {
        return new Plan(guard, List.of(events));
    }

    /** The same, for somebody who had seen the log up to {@code seq}. */
    public Plan seen(@org.jspecify.annotations.Nullable Long seq) {
        return new Plan(guard.seen(seq), events);
    }

    /** The same, for somebody who had seen who owns it. */
    public Plan under(long ownership) {
        return new Plan(new Guard(guard.head(), ownership, guard.owners(), guard.agent()), events);
    }
}
