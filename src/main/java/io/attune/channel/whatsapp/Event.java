package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One thing that a webhook tells: a message or a status. A delivery may hold many, of several numbers.
 *
 * @param id the same for the same thing told again
 * @param lane whom it is about; what has one lane keeps its order
 * @param at the provider's time, seconds since 1970; 0 where it gave none
 * @param body {@code {line, waId, userId, message}} or {@code {line, status}}, as JSON
 */
public record Event(String id, String lane, long at, JsonNode body) {
    /** Everything in a delivery. What is not understood is left out; a missing part is no error. */
    static List<Event> of(JsonNode delivery) {
        var events = new ArrayList<Event>();
        for (JsonNode entry : delivery.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                String line = value.path("metadata").path("phone_number_id").asText("");
                if (!line.isEmpty()) {
                    for (JsonNode message : value.path("messages")) {
                        message(line, message, value.path("contacts"), events);
                    }
                    for (JsonNode status : value.path("statuses")) {
                        status(line, status, events);
                    }
                }
            }
        }
        return events;
    }

    private static void message(String line, JsonNode message, JsonNode contacts, List<Event> events) {
        String id = message.path("id").asText("");
        JsonNode contact = contact(message, contacts);
        String sender = message.path("from").asText(contact.path("wa_id").asText(""));
        String userId =
                message.path("from_user_id").asText(contact.path("user_id").asText(""));
        String who = sender.isEmpty() ? userId : sender;
        if (id.isEmpty() || who.isEmpty()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("line", line).put("waId", sender).put("userId", userId);
        body.set("message", message);
        events.add(new Event(hash(line, "message", id), lane(line, who), seconds(message), body));
    }

    /** Of several contacts, the one whose message it is. */
    private static JsonNode contact(JsonNode message, JsonNode contacts) {
        String from = message.path("from").asText("");
        String userId = message.path("from_user_id").asText("");
        for (JsonNode contact : contacts) {
            if ((!from.isEmpty() && from.equals(contact.path("wa_id").asText("")))
                    || (!userId.isEmpty()
                            && userId.equals(contact.path("user_id").asText("")))) {
                return contact;
            }
        }
        return contacts.size() == 1 && from.isEmpty() && userId.isEmpty() ? contacts.get(0) : contacts.path(-1);
    }

    private static void status(String line, JsonNode status, List<Event> events) {
        String id = status.path("id").asText("");
        String state = status.path("status").asText("");
        if (id.isEmpty() || state.isEmpty()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("line", line);
        body.set("status", status);
        // A lane of its own: news of what went out does not wait for what comes in.
        events.add(new Event(hash(line, "status " + state, id), lane(line, "status " + id), seconds(status), body));
    }

    private static long seconds(JsonNode node) {
        String text = node.path("timestamp").asText("0");
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
    }

    private static String lane(String line, String who) {
        return hash(line, "lane", who);
    }

    private static String hash(String line, String kind, String id) {
        try {
            byte[] bytes = (line + "\n" + kind + "\n" + id).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
