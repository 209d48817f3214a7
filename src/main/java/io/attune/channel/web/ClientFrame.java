package io.attune.channel.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.message.Compose;
import io.attune.message.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client may send in {@code care.v1}, told apart by {@code t}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @Type(value = ClientFrame.Hello.class, name = "hello"),
    @Type(value = ClientFrame.Send.class, name = "send"),
    @Type(value = ClientFrame.Composing.class, name = "composing"),
    @Type(value = ClientFrame.Read.class, name = "read"),
    @Type(value = ClientFrame.Ack.class, name = "ack"),
    @Type(value = ClientFrame.Ping.class, name = "ping"),
    @Type(value = ClientFrame.End.class, name = "end"),
    @Type(value = ClientFrame.History.class, name = "history"),
})
sealed interface ClientFrame {
    record Hello(
            @JsonProperty(required = true) Integer v,
            @Nullable String conv,
            @Nullable Resume resume,
            @Nullable List<String> caps,
            @Nullable String locale,
            @Nullable String tz,
            @Nullable JsonNode attrs)
            implements ClientFrame {}

    record Resume(
            @JsonProperty(required = true) String epoch,
            @JsonProperty(required = true) Long seq) {}

    record Send(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) Content content,
            @Nullable Long replyTo,
            @Nullable Compose compose,
            @Nullable String at)
            implements ClientFrame {}

    record Composing(
            @JsonProperty(required = true) State state,
            @Nullable Compose compose) implements ClientFrame {}

    enum State {
        @JsonProperty("start")
        START,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("pause")
        PAUSE,
        @JsonProperty("stop")
        STOP
    }

    record Read(@JsonProperty(required = true) Long seq) implements ClientFrame {}

    record Ack(@JsonProperty(required = true) Long seq) implements ClientFrame {}

    record Ping() implements ClientFrame {}

    record End() implements ClientFrame {}

    record History() implements ClientFrame {}
}
