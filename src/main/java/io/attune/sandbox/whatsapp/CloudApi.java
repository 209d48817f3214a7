package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /{version}/{phone_number_id}/messages} and the two requests for a file. */
final class CloudApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WINDOW = 131047;

    private final Settings settings;
    private final Phone phone;
    private final Statuses statuses;
    private final Shelf shelf;
    private final Clock clock;

    CloudApi(Settings settings, Phone phone, Statuses statuses, Shelf shelf, Clock clock) {
        this.settings = settings;
        this.phone = phone;
        this.statuses = statuses;
        this.shelf = shelf;
        this.clock = clock;
    }

    void route(Router router) {
        router.postWithRegex("/v\\d+\\.\\d+/(?<number>\\d+)/messages")
                .handler(this::authorized)
                .handler(this::messages);
        router.getWithRegex("/v\\d+\\.\\d+/(?<media>[\\w-]+)")
                .handler(this::authorized)
                .handler(this::about);
        router.get("/files/:media").handler(this::authorized).handler(this::download);
    }

    private void authorized(RoutingContext request) {
        if (("Bearer " + settings.token()).equals(request.request().getHeader("Authorization"))) {
            request.next();
        } else {
            refuse(request, new Refusal(401, 190, "The access token is not the sandbox's"));
        }
    }

    private void messages(RoutingContext request) {
        JsonNode message;
        try {
            message = JSON.readTree(request.body().asString());
        } catch (JsonProcessingException e) {
            refuse(request, new Refusal(400, 100, "The body is not JSON"));
            return;
        }
        if (!settings.number().equals(request.pathParam("number"))) {
            refuse(request, new Refusal(400, 100, "There is no such phone number"));
        } else if (message.path("status").asText("").equals("read")) {
            read(request, message);
        } else {
            Refusal.of(message).ifPresentOrElse(wrong -> refuse(request, wrong), () -> meet(request, message));
        }
    }

    private void read(RoutingContext request, JsonNode message) {
        if (phone.read(message.path("message_id").asText(""), message.has("typing_indicator"))) {
            request.json(JsonNodeFactory.instance.objectNode().put("success", true));
        } else {
            refuse(request, new Refusal(400, 131009, "There is no such message"));
        }
    }

    private void meet(RoutingContext request, JsonNode message) {
        String fail = phone.meet();
        switch (fail) {
            case null -> take(request, message);
            case "dropped" -> request.request().connection().close();
            case "lost" -> {
                arrived(message);
                request.request().connection().close();
            }
            case "http500" -> refuse(request, new Refusal(500, 131000, "Something went wrong"));
            case "131047" -> {
                phone.expireWindow();
                take(request, message);
            }
            default -> refuse(request, new Refusal(status(fail), Integer.parseInt(fail), "At the press of a button"));
        }
    }

    private static int status(String code) {
        return code.equals("190") ? 401 : code.equals("130429") ? 429 : 400;
    }

    private void take(RoutingContext request, JsonNode message) {
        Bubble bubble = arrived(message);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        String to = message.path("to").asText(message.path("recipient").asText());
        body.putArray("contacts").addObject().put("input", to).put("wa_id", to);
        body.putArray("messages").addObject().put("id", bubble.id());
        request.json(body);
    }

    /** Free text outside the window is taken and fails a moment later, as with the real one. */
    private Bubble arrived(JsonNode message) {
        Bubble bubble = bubble(message);
        boolean template = bubble.kind().equals("template");
        String ours = message.path("biz_opaque_callback_data").asText(null);
        if (template || phone.view().windowOpen()) {
            phone.add(bubble);
            statuses.sent(bubble.id(), ours);
        } else {
            statuses.failed(bubble.id(), ours, WINDOW);
        }
        return bubble;
    }

    private Bubble bubble(JsonNode message) {
        String type = message.path("type").asText("text");
        JsonNode part = message.path("interactive");
        JsonNode action = part.path("action");
        String kind = type.equals("interactive") ? part.path("type").asText() : type;
        return new Bubble(
                "wamid.SBX" + UUID.randomUUID().toString().replace("-", ""),
                false,
                kind,
                text(message, type),
                action.path("button").asText(null),
                answers(action),
                "sent",
                null,
                clock.instant());
    }

    private static String text(JsonNode message, String type) {
        return switch (type) {
            case "text" -> message.path("text").path("body").asText();
            case "interactive" ->
                message.path("interactive").path("body").path("text").asText();
            case "template" -> message.path("template").path("name").asText();
            default -> "[" + type + "]";
        };
    }

    private static List<Bubble.Answer> answers(JsonNode action) {
        var answers = new ArrayList<Bubble.Answer>();
        action.path("buttons").forEach(button -> answers.add(answer(button.path("reply"))));
        action.path("sections").forEach(section -> section.path("rows").forEach(row -> answers.add(answer(row))));
        return answers;
    }

    private static Bubble.Answer answer(JsonNode node) {
        @Nullable String description = node.path("description").asText(null);
        return new Bubble.Answer(node.path("id").asText(), node.path("title").asText(), description);
    }

    private void about(RoutingContext request) {
        Optional<Shelf.File> file = shelf.find(request.pathParam("media"));
        if (file.isEmpty()) {
            refuse(request, new Refusal(404, 100, "There is no such file"));
            return;
        }
        String host = request.request().authority().toString();
        request.json(JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("url", "http://" + host + "/files/" + file.get().id())
                .put("mime_type", file.get().type())
                .put("file_size", file.get().bytes().length)
                .put("id", file.get().id()));
    }

    private void download(RoutingContext request) {
        Optional<Shelf.File> file = shelf.find(request.pathParam("media"));
        if (file.isEmpty()) {
            request.response().setStatusCode(404).end();
        } else {
            request.response()
                    .putHeader("Content-Type", file.get().type())
                    .end(io.vertx.core.buffer.Buffer.buffer(file.get().bytes()));
        }
    }

    private static void refuse(RoutingContext request, Refusal refusal) {
        request.response().setStatusCode(refusal.status());
        request.json(refusal.body());
    }
}
