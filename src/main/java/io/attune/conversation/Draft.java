package io.attune.conversation;

import org.jspecify.annotations.Nullable;

/** An entry that has no number yet. */
public record Draft(ConversationEvent event, @Nullable TurnRecord turn) {
    public Draft(ConversationEvent event) {
        this(event, null);
    }
}
