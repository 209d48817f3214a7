package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;

/**
 * What the Cloud API refuses, and why.
 *
 * @param status of the response
 * @param code the API's
 * @param details what is wrong
 */
record Refusal(int status, int code, String details) {
    private static final int PARAMETER = 100;
    private static final int VALUE = 131009;
    private static final int MISSING = 131008;

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("message", "(#" + code + ") " + title(code))
                .put("type", "OAuthException")
                .put("code", code);
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        error.put("fbtrace_id", "sandbox");
        return body;
    }

    static String title(int code) {
        return switch (code) {
            case 190 -> "Invalid OAuth access token";
            case 131047 -> "Re-engagement message";
            case 131056 -> "(Business Account, Consumer Account) pair rate limit hit";
            case 130429 -> "Rate limit hit";
            case MISSING -> "Required parameter is missing";
            case VALUE -> "Parameter value is not valid";
            case 131026 -> "Message undeliverable";
            default -> "Something went wrong";
        };
    }

    /** What is wrong with a message, if anything. */
    static Optional<Refusal> of(JsonNode message) {
        if (!message.path("messaging_product").asText("").equals("whatsapp")) {
            return wrong(PARAMETER, "messaging_product must be whatsapp");
        }
        if (message.path("to").asText("").isEmpty()
                && message.path("recipient").asText("").isEmpty()) {
            return wrong(MISSING, "to or recipient is missing");
        }
        return switch (message.path("type").asText("text")) {
            case "text" -> length("text.body", message.path("text").path("body"), 1, 4096);
            case "interactive" -> interactive(message.path("interactive"));
            case "template" -> length("template.name", message.path("template").path("name"), 1, 512);
            case "image", "audio", "video", "document", "sticker", "location", "contacts", "reaction" ->
                Optional.empty();
            default -> wrong(PARAMETER, "type is not known");
        };
    }

    private static Optional<Refusal> interactive(JsonNode part) {
        JsonNode action = part.path("action");
        return length("interactive.body.text", part.path("body").path("text"), 1, 1024)
                .or(() -> switch (part.path("type").asText("")) {
                    case "button" -> buttons(action.path("buttons"));
                    case "list" -> list(action);
                    default -> wrong(PARAMETER, "interactive.type is not known");
                });
    }

    private static Optional<Refusal> buttons(JsonNode buttons) {
        if (buttons.isEmpty() || buttons.size() > 3) {
            return wrong(VALUE, "buttons: 1 to 3");
        }
        var titles = new HashSet<String>();
        var ids = new HashSet<String>();
        for (JsonNode button : buttons) {
            JsonNode reply = button.path("reply");
            Optional<Refusal> wrong = length("reply.title", reply.path("title"), 1, 20)
                    .or(() -> length("reply.id", reply.path("id"), 1, 256));
            if (wrong.isPresent()) {
                return wrong;
            }
            if (!titles.add(reply.path("title").asText())
                    || !ids.add(reply.path("id").asText())) {
                return wrong(VALUE, "buttons: titles and ids must differ");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> list(JsonNode action) {
        Optional<Refusal> wrong = length("action.button", action.path("button"), 1, 20);
        int rows = 0;
        var ids = new HashSet<String>();
        for (JsonNode section : action.path("sections")) {
            for (JsonNode row : section.path("rows")) {
                rows++;
                wrong = wrong.or(() -> length("row.title", row.path("title"), 1, 24))
                        .or(() -> length("row.id", row.path("id"), 1, 200))
                        .or(() -> length("row.description", row.path("description"), 0, 72));
                if (!ids.add(row.path("id").asText())) {
                    return wrong(VALUE, "rows: ids must differ");
                }
            }
        }
        boolean count = rows >= 1 && rows <= 10 && action.path("sections").size() <= 10;
        return wrong.or(() -> count ? Optional.empty() : wrong(VALUE, "rows: 1 to 10 in all"));
    }

    private static Optional<Refusal> length(String field, JsonNode value, int least, int most) {
        int length = value.asText("").length();
        return length >= least && length <= most
                ? Optional.empty()
                : wrong(least > length ? MISSING : VALUE, field + ": " + least + " to " + most + " characters");
    }

    private static Optional<Refusal> wrong(int code, String details) {
        return Optional.of(new Refusal(400, code, details));
    }
}
