package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One event of {@code care.v1}, as a socket brought it or as the log holds it.
 *
 * @param body the whole event without the frame's {@code t}, so that both ways of reading it compare equal
 */
record Event(
        long seq,
        String ev,
        String role,
        @Nullable String cid,
        @Nullable Long replyTo,
        JsonNode content,
        JsonNode body) {

    static Event read(JsonNode frame) {
        ObjectNode body = frame.deepCopy();
        body.remove("t");
        return new Event(
                body.path("seq").asLong(),
                body.path("ev").asText(),
                body.path("from").path("role").asText(),
                body.hasNonNull("cid") ? body.path("cid").asText() : null,
                body.path("data").hasNonNull("replyTo")
                        ? body.path("data").path("replyTo").asLong()
                        : null,
                body.path("content"),
                body);
    }

    boolean isMessageOf(String who) {
        return ev.equals("message") && role.equals(who);
    }
}
