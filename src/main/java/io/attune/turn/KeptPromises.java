package io.attune.turn;

import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.decision.memory.Promise;
import io.attune.message.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was promised in their last conversation. They stand in its memory, which has taken over what the one before it had
 * promised; so they are kept, exported and forgotten with it.
 */
@Singleton
class KeptPromises {
    /** The last conversation may have ended before the bot answered; then it is the one before. */
    private static final int LOOKED_AT = 3;

    private final ConversationLog log;
    private final TurnJson json;

    KeptPromises(ConversationLog log, TurnJson json) {
        this.log = log;
        this.json = json;
    }

    /** @param since what was promised before is forgotten */
    List<Promise> of(String customer, Instant since) {
        return log.of(customer, LOOKED_AT).stream()
                .filter(header -> header.dialogs() != null && header.changedAt().isAfter(since))
                .map(Header::id)
                .map(log::load)
                .flatMap(Optional::stream)
                .filter(conversation -> conversation.memory() != null)
                .findFirst()
                .map(last -> standing(last, since))
                .orElse(List.of());
    }

    private List<Promise> standing(Conversation last, Instant since) {
        Instant seenTo = agentSince(last);
        return json.memory(last.memory()).promises().stream()
                .filter(promise -> promise.recalled() != Promise.Recalled.DONE)
                .filter(promise -> promise.at() > since.getEpochSecond())
                .filter(promise -> seenTo == null || promise.at() > seenTo.getEpochSecond())
                .toList();
    }

    /** When an agent last wrote: what had been promised by then was theirs to see to. */
    private static @Nullable Instant agentSince(Conversation last) {
        return last.recent().stream()
                .filter(said -> said.role() == Role.AGENT)
                .map(Conversation.Said::at)
                .reduce((first, later) -> later)
                .orElse(null);
    }
}
