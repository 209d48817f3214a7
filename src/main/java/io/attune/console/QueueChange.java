package io.attune.console;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.Owner;

/** Whether a commit changes what the queue's list shows. */
final class QueueChange {
    private QueueChange() {}

    static boolean by(Appended.Done commit) {
        return commit.header().owner() == Owner.QUEUE
                || commit.entries().stream().anyMatch(entry -> switch (entry.event()) {
                    case ConversationEvent.HandoffJoined j -> true;
                    case ConversationEvent.HandoffReturned r -> true;
                    case ConversationEvent.HandoffFailed f -> true;
                    case ConversationEvent.Closed c -> true;
                    default -> false;
                });
    }
}
