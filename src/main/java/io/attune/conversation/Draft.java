package io.attune.conversation;

import org.jspecify.annotations.Nullable;

/**
 * An entry that has no number yet.
 *
 * @param grounds what the turn was made from, kept beside it and read only by {@link io.attune.conversation.store.Archive}
 */
public record Draft(
        ConversationEvent event,
        @Nullable TurnRecord turn,
        @Nullable String grounds) {
    public Draft(ConversationEvent event) {
        this(event, null, null);
    }

    public Draft(ConversationEvent event, @Nullable TurnRecord turn) {
        this(event, turn, null);
    }
}
