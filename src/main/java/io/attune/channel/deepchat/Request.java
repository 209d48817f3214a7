package io.attune.channel.deepchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.message.Content;
import io.attune.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the component sends: its messages, and the properties that the page adds to each body. What is not known of it is
 * left alone.
 *
 * @param text the customer's latest words
 * @param visitor this device's secret, where the page keeps it
 * @param identity a JWT by which the site says who its customer is
 * @param id the page's own id of the message, if it gives one
 */
record Request(
        String text,
        @Nullable String site,
        @Nullable String visitor,
        @Nullable String identity,
        @Nullable String locale,
        @Nullable String id) {
    static final int LARGEST = 64 * 1024;

    /** Over a WebSocket the component writes its JSON into a JSON string. */
    static Request read(byte[] body, ObjectMapper json) {
        if (body.length > LARGEST) {
            throw new ProblemException(io.attune.problem.Problem.of(413, "A message has at most 64 kB."));
        }
        try {
            JsonNode node = json.readTree(body);
            if (node != null && node.isTextual()) {
                node = json.readTree(node.asText().getBytes(StandardCharsets.UTF_8));
            }
            if (node != null && node.isObject()) {
                return of(node);
            }
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("body", "not well-formed JSON");
        } catch (java.io.IOException e) {
            throw ProblemException.badRequest("body", "not readable");
        }
        throw ProblemException.badRequest("body", "must be a JSON object");
    }

    private static Request of(JsonNode body) {
        return new Request(
                latest(body.path("messages")),
                text(body, "site"),
                text(body, "visitor"),
                text(body, "identity"),
                text(body, "locale"),
                text(body, "id"));
    }

    private static String latest(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw ProblemException.badRequest("messages", "must have at least one");
        }
        JsonNode last = messages.get(messages.size() - 1);
        if (last.path("files").size() > 0) {
            throw ProblemException.badRequest("messages.files", "this chat takes text and no files");
        }
        JsonNode text = last.path("text");
        if (!text.isTextual() || text.asText().isBlank() || text.asText().length() > Content.MAX_TEXT) {
            throw ProblemException.badRequest(
                    "messages.text", "the last must be a string of 1 to " + Content.MAX_TEXT + " characters");
        }
        return text.asText();
    }

    private static @Nullable String text(JsonNode body, String name) {
        JsonNode field = body.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isTextual()) {
            throw ProblemException.badRequest(name, "must be a string");
        }
        return field.asText();
    }
}
