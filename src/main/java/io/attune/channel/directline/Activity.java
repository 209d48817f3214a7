package io.attune.channel.directline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it goes to clients: the part of the Bot Framework's schema that is used here.
 *
 * @param channelData holds {@code clientActivityID}, by which a client knows its own message again, and
 *     {@code webchat:sequence-id}, the seq of the log, by which Web Chat sorts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Activity(
        String type,
        String id,
        Instant timestamp,
        String channelId,
        From from,
        Id conversation,
        @Nullable String text,
        @Nullable String textFormat,
        @Nullable String inputHint,
        @Nullable String locale,
        @Nullable String replyToId,
        @Nullable SuggestedActions suggestedActions,
        @Nullable String name,
        @Nullable Object value,
        @Nullable String code,
        @Nullable Map<String, Object> channelData) {
    static final String CHANNEL = "directline";

    /** @param role {@code bot} or {@code user} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record From(String id, @Nullable String name, String role) {}

    record Id(String id) {}

    record SuggestedActions(List<CardAction> actions) {}

    /** A button: {@code imBack} sends {@code value} as if the customer had written it. */
    record CardAction(String type, String title, String value) {}

    /** What travels together. @param watermark where to go on after it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(List<?> activities, @Nullable String watermark) {}

    static Activity typing(String conv, String id, Instant at, From from) {
        return new Activity(
                "typing",
                id,
                at,
                CHANNEL,
                from,
                new Id(conv),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What a client sent and nobody keeps, as it goes back to it: its own words, our id and time. */
    static JsonNode echo(com.fasterxml.jackson.databind.node.ObjectNode sent, String conv, String id, Instant at) {
        var echo = sent.deepCopy();
        echo.put("id", id).put("timestamp", at.toString()).put("channelId", CHANNEL);
        echo.putObject("conversation").put("id", conv);
        if (echo.path("from") instanceof com.fasterxml.jackson.databind.node.ObjectNode from) {
            from.put("role", "user");
        }
        return echo;
    }
}
