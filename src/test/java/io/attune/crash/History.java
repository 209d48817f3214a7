package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client did and saw in one conversation.
 *
 * @param sent each message at its first sending, in that order
 * @param replies what came back for a message id, in order of arrival
 * @param connections the welcomes and the events after each, in order
 * @param faults frames that the published schema refuses
 */
record History(String conv, List<Sent> sent, List<Reply> replies, List<Connection> connections, List<String> faults) {

    record Sent(String id, JsonNode content) {}

    /** The server's word on a message id. */
    sealed interface Reply {
        String id();
    }

    record Accepted(String id, long seq, boolean dup) implements Reply {}

    record Refused(String id, String code) implements Reply {}

    /** The reply to a known id that was sent again with other content: null when it was accepted. */
    record Conflict(String id, @Nullable String code) implements Reply {}

    record Resume(String epoch, long seq) {}

    record Welcome(String conv, String epoch, long seq, boolean recovered) {}

    /** @param resume where the client asked to go on, null for a first hello */
    record Connection(@Nullable Resume resume, Welcome welcome, List<Event> events) {}
}
