package io.attune.channel.web;

import io.attune.channel.web.ServerFrame.Accepted;
import io.attune.channel.web.ServerFrame.Error;
import io.attune.conversation.Appended;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** What a client is told of a message that it sent. */
final class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class);

    private Answers() {}

    static ServerFrame of(String id, Appended appended) {
        return switch (appended) {
            case Appended.Done done -> new Accepted(id, done.firstSeq(), null);
            case Appended.Duplicate dup -> new Accepted(id, dup.seq(), true);
            case Appended.IdConflict c -> new Error("id_conflict", id, "another message was sent under this id", null);
            case Appended.Refused r -> new Error("refused", id, "the conversation does not take this", null);
            case Appended.Unknown u -> new Error("no_conversation", id, "no such conversation", null);
        };
    }

    /** The database failed or is full: the client may try again, under the same id. */
    static ServerFrame busy(String id, Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        LOG.debugf("a message was not accepted: %s", cause.getClass().getSimpleName());
        return new Error("busy", id, "not accepted; send it again under the same id", 1_000L);
    }
}
