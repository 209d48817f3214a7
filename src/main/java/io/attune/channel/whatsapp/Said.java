package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.message.Content;
import io.attune.message.Language;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a message from WhatsApp is to us. Every type is one of these; a type that is new tomorrow is {@link Strange}. */
sealed interface Said {
    /** Words, or an answer that was picked. */
    record Words(Content content) implements Said {}

    /** Something to look at or listen to. @param caption the words with it, empty where there are none */
    record File(
            String kind,
            String id,
            String caption,
            @Nullable String name) implements Said {}

    /** Something that is kept in words and that nobody but a person can make use of. */
    record Thing(Remark as, String words) implements Said {}

    /** A sign under a message; empty when it was taken back. */
    record Reaction(String sign) implements Said {}

    /** The sender has another number or id now. */
    record Renamed(@Nullable String waId, @Nullable String userId) implements Said {}

    /** What WhatsApp itself or we do not know how to show. */
    record Strange() implements Said {}

    /** Reads {@code messages[]} of a webhook. */
    static Said of(JsonNode message) {
        String type = message.path("type").asText("");
        JsonNode part = message.path(type);
        return switch (type) {
            case "text" -> words(part.path("body").asText(""));
            case "interactive" -> interactive(part);
            case "button" -> words(part.path("text").asText(part.path("payload").asText("")));
            case "image", "audio", "video", "document", "sticker" -> file(type, part);
            case "location" -> location(part);
            case "contacts" -> new Thing(Remark.CONTACT, contacts(part));
            case "reaction" -> new Reaction(part.path("emoji").asText(""));
            case "system" -> system(part);
            default -> new Strange();
        };
    }

    private static Said words(String text) {
        return text.isBlank() ? new Strange() : new Words(new Content.Text(text));
    }

    private static Said interactive(JsonNode part) {
        JsonNode reply = part.path(part.path("type").asText(""));
        String id = reply.path("id").asText("");
        if (id.isEmpty() || id.length() > 200) {
            return words(reply.path("body").asText(reply.path("title").asText("")));
        }
        return new Words(new Content.Picked(id, reply.path("title").asText(null)));
    }

    private static Said file(String kind, JsonNode part) {
        String id = part.path("id").asText("");
        return id.isEmpty() || id.length() > 255
                ? new Strange()
                : new File(
                        kind,
                        id,
                        part.path("caption").asText(""),
                        part.path("filename").asText(null));
    }

    private static Said location(JsonNode part) {
        String place = String.join(
                ", ",
                StreamSupport.stream(java.util.List.of("name", "address").spliterator(), false)
                        .map(field -> part.path(field).asText(""))
                        .filter(text -> !text.isBlank())
                        .toList());
        String point = String.format(
                Locale.ROOT,
                "%.5f, %.5f",
                part.path("latitude").asDouble(),
                part.path("longitude").asDouble());
        return new Thing(Remark.LOCATION, place.isEmpty() ? point : place + " (" + point + ")");
    }

    private static String contacts(JsonNode part) {
        return StreamSupport.stream(part.spliterator(), false)
                .map(contact -> contact.path("name").path("formatted_name").asText("")
                        + StreamSupport.stream(contact.path("phones").spliterator(), false)
                                .map(phone -> " " + phone.path("phone").asText(""))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    private static Said system(JsonNode part) {
        String waId = part.path("wa_id").asText(part.path("new_wa_id").asText(""));
        String userId = part.path("user_id").asText("");
        return waId.isEmpty() && userId.isEmpty()
                ? new Strange()
                : new Renamed(waId.isEmpty() ? null : waId, userId.isEmpty() ? null : userId);
    }

    /** How it stands in the log. */
    static String name(String kind, Language language) {
        return switch (kind) {
            case "image" -> Remark.PHOTO.in(language);
            case "audio" -> Remark.VOICE.in(language);
            case "video" -> Remark.VIDEO.in(language);
            case "sticker" -> Remark.STICKER.in(language);
            default -> Remark.DOCUMENT.in(language);
        };
    }
}
