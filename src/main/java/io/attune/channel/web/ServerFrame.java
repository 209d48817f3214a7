package io.attune.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What the server sends in {@code care.v1} besides events. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @Type(value = ServerFrame.Accepted.class, name = "accepted"),
    @Type(value = ServerFrame.Typing.class, name = "typing"),
    @Type(value = ServerFrame.Pong.class, name = "pong"),
    @Type(value = ServerFrame.Bye.class, name = "bye"),
    @Type(value = ServerFrame.Error.class, name = "error"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ServerFrame {
    /** @param hb the heartbeat, ms */
    record Welcome(String conv, String epoch, long seq, boolean recovered, long hb) implements ServerFrame {}

    record Accepted(String id, long seq, @Nullable Boolean dup) implements ServerFrame {}

    record Typing(String role, String state, int ttlMs) implements ServerFrame {}

    record Pong() implements ServerFrame {}

    record Bye(String reason, @Nullable Long retryAfterMs) implements ServerFrame {}

    record Error(
            String code,
            @Nullable String id,
            String message,
            @Nullable Long retryAfterMs) implements ServerFrame {
        Error(String code, String message) {
            this(code, null, message, null);
        }
    }
}
