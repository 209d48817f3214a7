package io.attune.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The client's frames of {@code care.v1}. */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    static ObjectNode hello(@Nullable String conv, History.@Nullable Resume resume) {
        ObjectNode frame = frame("hello").put("v", 1).put("locale", "en-GB").put("tz", "Europe/London");
        if (conv != null) {
            frame.put("conv", conv);
        }
        if (resume != null) {
            frame.putObject("resume").put("epoch", resume.epoch()).put("seq", resume.seq());
        }
        return frame;
    }

    static ObjectNode send(String id, JsonNode content) {
        ObjectNode frame = frame("send").put("id", id);
        frame.set("content", content);
        return frame;
    }

    static ObjectNode composing(String state) {
        return frame("composing").put("state", state);
    }

    static ObjectNode frame(String kind) {
        return JSON.createObjectNode().put("t", kind);
    }

    static ObjectNode text(String text) {
        return JSON.createObjectNode().put("kind", "text").put("text", text);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not JSON: " + json, broken);
        }
    }
}
