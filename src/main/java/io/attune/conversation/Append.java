package io.attune.conversation;

import io.attune.database.InCommit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries to add to a log: all of them, and all of {@code with}, or nothing.
 *
 * @param inbound the sender's id of what comes in, where there is one: the same id is added once
 * @param guard what must hold of the conversation in the moment of the commit
 * @param with what other rooms write in the same commit
 * @param base the state that the caller read, to which the entries are next: kept as the new snapshot. Needs a guard on
 *     its head
 */
public record Append(
        String conv,
        @Nullable Inbound inbound,
        Guard guard,
        List<Draft> drafts,
        List<InCommit> with,
        @Nullable Conversation base) {
    public Append {
        drafts = List.copyOf(drafts);
        with = List.copyOf(with);
    }

    /** Accepts a customer's message. */
    public static Append accept(String conv, Inbound inbound, ConversationEvent.Message message) {
        return new Append(conv, inbound, Guard.NONE, List.of(new Draft(message)), List.of(), null);
    }

    /** What somebody other than the bot did. */
    public static Append of(String conv, Guard guard, ConversationEvent... events) {
        return new Append(
                conv,
                null,
                guard,
                java.util.Arrays.stream(events).map(Draft::new).toList(),
                List.of(),
                null);
    }

    /** Everything that a turn wants, provided that nothing has happened since {@code base}. */
    public static Append turn(Conversation base, List<Draft> drafts, List<InCommit> with) {
        Header header = base.header();
        return new Append(header.id(), null, Guard.at(header.head(), header.ownership()), drafts, with, base);
    }

    /**
     * The sender's own name for a message.
     *
     * @param key scope, sender and the sender's id, unique for all time
     * @param hash of what was sent, to tell a repetition from a clash
     */
    public record Inbound(String key, String hash) {}
}
