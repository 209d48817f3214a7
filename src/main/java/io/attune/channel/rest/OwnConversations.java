package io.attune.channel.rest;

import io.attune.access.Current;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** The conversations of whoever is calling. */
@ApplicationScoped
class OwnConversations {
    private final ConversationLog log;
    private final Current current;

    OwnConversations(ConversationLog log, Current current) {
        this.log = log;
        this.current = current;
    }

    /** Another's conversation is as if it did not exist: 404. */
    Header find(String conv) {
        return log.header(conv)
                .filter(header -> current.caller().owns(header.customer()))
                .orElseThrow(OwnConversations::notFound);
    }

    static ProblemException notFound() {
        return ProblemException.notFound("no such conversation");
    }
}
