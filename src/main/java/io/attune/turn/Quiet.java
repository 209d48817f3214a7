package io.attune.turn;

import io.attune.conversation.Conversation;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.database.InCommit;
import io.attune.decision.Decision;
import io.attune.decision.Silence;
import io.attune.decision.Silence.Reach;
import io.attune.decision.memory.Memory;
import io.attune.message.Role;
import io.attune.turn.store.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** When to write again to a customer who does not answer: worked out with each turn, and kept in its commit. */
@ApplicationScoped
class Quiet {
    private final WakeUps wakeUps;
    private final Dialogs dialogs;
    private final Silence silence;

    Quiet(WakeUps wakeUps, Dialogs dialogs, TurnConfig config) {
        this.wakeUps = wakeUps;
        this.dialogs = dialogs;
        this.silence =
                new Silence(config.silence().nudgeAfter(), config.silence().closeAfter());
    }

    Silence silence() {
        return silence;
    }

    /** What the commit of this turn keeps. */
    InCommit after(Conversation conversation, Surroundings around, Thought thought) {
        Header header = conversation.header();
        Decision decision = thought.decision();
        boolean withPeople = decision.handoff() != null
                || decision.callBackAt() != null
                || header.owner() != Owner.BOT && !decision.leaveQueue();
        if (withPeople || decision.endOfConversation()) {
            return wakeUps.none(header.id());
        }
        Reach reach = reach(conversation, around, around.now());
        return due(decision.memory(), reach, around.now())
                .map(due -> wakeUps.at(header.id(), due))
                .orElseGet(() -> wakeUps.none(header.id()));
    }

    Optional<Instant> due(Memory memory, Reach reach, Instant now) {
        return silence.due(memory, dialogs.book(), reach, now);
    }

    /** @param spoken when the bot last spoke */
    static Reach reach(Conversation conversation, Surroundings around, Instant spoken) {
        Instant heard = conversation.recent().reversed().stream()
                .filter(said -> said.role() == Role.CUSTOMER)
                .findFirst()
                .flatMap(said -> Optional.ofNullable(said.at()))
                .orElse(conversation.header().createdAt());
        return new Reach(
                conversation.header().channel(),
                around.zone(),
                around.customer().settings().preferences().quietHours(),
                spoken,
                heard);
    }
}
