package io.attune.turn;

import io.attune.backoffice.BackOffice;
import io.attune.backoffice.BackOffice.Errand;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.decision.Decision;
import io.attune.diagnostics.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * A turn, from top to bottom. What the customer wrote has been accepted and acknowledged long before: see
 * {@link Reception}; what is committed here is delivered by whoever follows the log.
 *
 * <p>Nothing has an effect before the commit, and the commit goes through only if nothing was added to the conversation
 * since it was loaded and its owner is the same. So a turn may be thrown away and run again at any point, on any node.
 */
@ApplicationScoped
public class TurnPipeline {
    private static final Logger LOG = Logger.getLogger(TurnPipeline.class);

    /** In one turn; a flow that wants more is taken to run in a circle. */
    private static final int MOST_ERRANDS = 5;

    private final ConversationLog log;
    private final SituationReader situations;
    private final Thinking thinking;
    private final TurnWriter writer;
    private final BackOffice backOffice;
    private final Lines lines;
    private final TurnConfig config;
    private final Stages stages;

    TurnPipeline(
            ConversationLog log,
            SituationReader situations,
            Thinking thinking,
            TurnWriter writer,
            BackOffice backOffice,
            Lines lines,
            TurnConfig config,
            Stages stages) {
        this.log = log;
        this.situations = situations;
        this.thinking = thinking;
        this.writer = writer;
        this.backOffice = backOffice;
        this.lines = lines;
        this.config = config;
        this.stages = stages;
    }

    /** How a turn ended. */
    public enum Ended {
        /** Committed, or there was nothing to do. */
        DONE,
        /** Something was added meanwhile: think again. */
        OVERTAKEN,
        /** It met a fault; it has left no trace. */
        FAILED
    }

    /** @param failures turns that failed on the same messages in this process */
    Ended run(String conv, int failures) {
        try {
            Conversation conversation =
                    stages.time("load", () -> log.load(conv)).orElse(null);
            if (conversation == null || !owesATurn(conversation)) {
                return Ended.DONE;
            }
            int attempts = failures + log.header(conv).map(h -> h.attempts()).orElse(0);
            return attempts >= config.attempts() ? commit(writer.giveUp(conversation)) : answer(conversation);
        } catch (RuntimeException e) {
            LOG.errorf(e, "a turn of conversation %s failed", conv);
            return Ended.FAILED;
        }
    }

    private static boolean owesATurn(Conversation conversation) {
        return conversation.header().isPending()
                && conversation.header().owner().botMaySpeak();
    }

    private Ended answer(Conversation conversation) {
        Surroundings around = stages.time("look", () -> situations.look(conversation));
        Thought thought = think(conversation, around);
        for (int errands = 0; thought.decision().errand() != null; errands++) {
            around = around.with(
                    thought.decision().errand().key(), send(conversation, around, thought.decision(), errands));
            thought = think(conversation, around);
        }
        Ended ended = commit(writer.append(conversation, around, thought));
        if (ended == Ended.DONE && thought.decision().examineAgain()) {
            lines.examineAgain(around.customer().principal());
        }
        return ended;
    }

    private Thought think(Conversation conversation, Surroundings around) {
        return stages.time("think", () -> thinking.about(conversation, around));
    }

    /** The key names the conversation too: a turn that is run again has nothing done twice. */
    private Reply send(Conversation conversation, Surroundings around, Decision decision, int before) {
        Errand errand = java.util.Objects.requireNonNull(decision.errand());
        if (before >= MOST_ERRANDS) {
            LOG.warnf(
                    "a turn of conversation %s has too many calls",
                    conversation.header().id());
            return Reply.UNAVAILABLE;
        }
        String key = conversation.header().id() + "." + errand.key();
        return stages.time(
                "call",
                () -> backOffice.send(around.customer().principal(), new Errand(errand.name(), key, errand.values())));
    }

    private Ended commit(Append append) {
        Appended appended = stages.time(
                "commit", () -> log.append(append).toCompletableFuture().join());
        return switch (appended) {
            case Appended.Done done -> Ended.DONE;
            case Appended.Refused refused -> Ended.OVERTAKEN;
            case Appended.Duplicate d -> throw new IllegalStateException("a turn has no inbound id");
            case Appended.IdConflict c -> throw new IllegalStateException("a turn has no inbound id");
            case Appended.Unknown u -> Ended.DONE;
        };
    }
}
