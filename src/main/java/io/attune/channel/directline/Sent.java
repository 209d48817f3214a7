package io.attune.channel.directline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.message.Content;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An activity that a client sent, checked. What is not known of it is left alone. */
sealed interface Sent {
    int LONGEST_USER = 256;

    /**
     * The customer said something.
     *
     * @param id the client's own of it, kept by {@link ClientIds}; none when it gave none
     * @param text what stands there to be read, perhaps empty
     * @param picked what a button sent along, when it is a string or names one choice
     */
    record Said(@Nullable String id, String text, @Nullable String picked) implements Sent {}

    record Typing() implements Sent {}

    record Ends() implements Sent {}

    /** Answered and passed on to the client's other streams, without any effect here. */
    record Passing() implements Sent {}

    static Sent read(ObjectNode activity) {
        String type = text(activity, "type");
        return switch (type == null ? "" : type) {
            case "message" -> said(activity);
            case "typing" -> new Typing();
            case "endOfConversation" -> new Ends();
            case "" -> throw Refusal.bad("type", "missing");
            default -> new Passing();
        };
    }

    private static Said said(ObjectNode activity) {
        String text = text(activity, "text");
        String words = text == null ? "" : text.strip();
        if (words.length() > Content.MAX_TEXT) {
            throw Refusal.tooLarge("text: at most " + Content.MAX_TEXT + " characters");
        }
        return new Said(id(activity), words, picked(activity.path("value")));
    }

    private static @Nullable String id(ObjectNode activity) {
        JsonNode given = activity.path("channelData").path("clientActivityID");
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        return ClientIds.keep(given.asText())
                .orElseThrow(() -> Refusal.bad(
                        "channelData.clientActivityID",
                        "must be 1 to 64 of A-Za-z0-9_.:- or at most 46 bytes of anything"));
    }

    private static @Nullable String picked(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        for (String name : new String[] {"choiceId", "choice", "id"}) {
            if (value.path(name).isTextual()) {
                return value.path(name).asText();
            }
        }
        return null;
    }

    /** Who the client says that it writes as. */
    static Optional<String> user(JsonNode of, String at) {
        JsonNode id = of.path("id");
        if (id.isMissingNode() || id.isNull() || (id.isTextual() && id.asText().isEmpty())) {
            return Optional.empty();
        }
        if (!id.isTextual() || id.asText().length() > LONGEST_USER) {
            throw Refusal.bad(at + ".id", "must be a string of at most " + LONGEST_USER + " characters");
        }
        return Optional.of(id.asText());
    }

    private static @Nullable String text(ObjectNode activity, String name) {
        JsonNode field = activity.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isTextual()) {
            throw Refusal.bad(name, "must be a string");
        }
        return field.asText();
    }
}
