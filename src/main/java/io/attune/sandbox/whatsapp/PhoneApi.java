package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the page that looks like a phone asks for: {@code /phone/…}. */
final class PhoneApi {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String END = "\n\n";

    private final Vertx vertx;
    private final Phone phone;
    private final Webhooks webhooks;
    private final Statuses statuses;
    private final Shelf shelf;
    private final Clock clock;

    PhoneApi(Vertx vertx, Phone phone, Webhooks webhooks, Statuses statuses, Shelf shelf, Clock clock) {
        this.vertx = vertx;
        this.phone = phone;
        this.webhooks = webhooks;
        this.statuses = statuses;
        this.shelf = shelf;
        this.clock = clock;
    }

    void route(Router router) {
        router.get("/phone/state").handler(request -> answer(request, phone.view()));
        router.get("/phone/events").handler(this::stream);
        router.post("/phone/send").handler(this::send);
        router.post("/phone/file").handler(this::file);
        router.post("/phone/looked").handler(request -> done(request, statuses::looked));
        router.post("/phone/expire").handler(request -> done(request, phone::expireWindow));
        router.post("/phone/mischief").handler(this::mischief);
        router.post("/phone/who").handler(this::who);
    }

    /** The whole state at once and after each change; some changes are told together. */
    private void stream(RoutingContext request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-cache")
                .setChunked(true);
        Context context = vertx.getOrCreateContext();
        var due = new AtomicBoolean();
        Runnable tell = () -> {
            if (due.compareAndSet(false, true)) {
                context.runOnContext(nothing -> {
                    due.set(false);
                    if (!response.closed()) {
                        response.write("data: " + write(phone.view()) + END);
                    }
                });
            }
        };
        phone.watch(tell);
        response.closeHandler(nothing -> phone.unwatch(tell));
        tell.run();
    }

    /** {@code as}: under this id rather than a new one; the same twice is one message that comes twice. */
    private void send(RoutingContext request) {
        JsonNode asked = body(request);
        if (asked == null) {
            return;
        }
        ObjectNode message = message();
        if (asked.hasNonNull("as")) {
            message.put("id", asked.path("as").asText());
        }
        String text = asked.path("text").asText("");
        String kind = asked.path("kind").asText("text");
        switch (kind) {
            case "text" -> message.put("type", "text").putObject("text").put("body", text);
            case "button", "list" -> reply(message, kind, asked, text);
            case "location" ->
                message.put("type", "location")
                        .putObject("location")
                        .put("latitude", 51.5007)
                        .put("longitude", -0.1246)
                        .put("name", "Clock Tower");
            case "reaction" ->
                message.put("type", "reaction")
                        .putObject("reaction")
                        .put("message_id", asked.path("id").asText())
                        .put("emoji", "👍");
            case "unsupported" -> unsupported(message);
            default -> {
                fail(request, "kind: text, button, list, location, reaction or unsupported");
                return;
            }
        }
        if (kind.equals("text") && text.isBlank()) {
            fail(request, "text: must not be empty");
            return;
        }
        sent(message, kind, kind.equals("reaction") ? "👍" : text);
        answer(request, phone.view());
    }

    private static void reply(ObjectNode message, String kind, JsonNode asked, String text) {
        String type = kind + "_reply";
        ObjectNode interactive = message.put("type", "interactive").putObject("interactive");
        interactive
                .put("type", type)
                .putObject(type)
                .put("id", asked.path("id").asText())
                .put("title", text);
        message.putObject("context").put("id", asked.path("to").asText());
    }

    private static void unsupported(ObjectNode message) {
        message.put("type", "unsupported").putObject("unsupported").put("type", "poll_creation");
        message.putArray("errors").addObject().put("code", 131051).put("title", "Message type unknown");
    }

    private void file(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        byte[] bytes = request.body().buffer() == null
                ? new byte[0]
                : request.body().buffer().getBytes();
        if (bytes.length == 0 || type == null) {
            fail(request, "an empty file");
            return;
        }
        Shelf.File file = shelf.put(type, bytes);
        String kind = List.of("image", "audio", "video").stream()
                .filter(known -> type.startsWith(known + "/"))
                .findFirst()
                .orElse("document");
        ObjectNode message = message();
        message.put("type", kind).putObject(kind).put("id", file.id()).put("mime_type", type);
        sent(message, kind, request.request().getParam("name", kind));
        answer(request, phone.view());
    }

    private ObjectNode message() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "wamid.SBX" + UUID.randomUUID().toString().replace("-", ""))
                .put("timestamp", "" + clock.instant().getEpochSecond());
    }

    private void sent(ObjectNode message, String kind, String text) {
        String id = message.path("id").asText();
        if (phone.view().bubbles().stream().noneMatch(bubble -> bubble.id().equals(id))) {
            phone.add(new Bubble(id, true, kind, text, null, List.of(), "sent", null, clock.instant()));
        }
        webhooks.message(message);
    }

    private void mischief(RoutingContext request) {
        change(request, Mischief.class, phone::mischief);
    }

    private void who(RoutingContext request) {
        change(request, Phone.Who.class, phone::become);
    }

    private <T> void change(RoutingContext request, Class<T> type, java.util.function.Consumer<T> change) {
        try {
            change.accept(JSON.readValue(request.body().asString(), type));
            answer(request, phone.view());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            fail(request, "not what is expected here: copies 1 to 25, delayMs 0 to 60000, failures 0 to 100");
        }
    }

    private void done(RoutingContext request, Runnable work) {
        work.run();
        answer(request, phone.view());
    }

    private @Nullable JsonNode body(RoutingContext request) {
        try {
            return JSON.readTree(request.body().asString());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            fail(request, "the body is not JSON");
            return null;
        }
    }

    private static void fail(RoutingContext request, String detail) {
        request.response().setStatusCode(400);
        request.json(JsonNodeFactory.instance.objectNode().put("detail", detail));
    }

    private static void answer(RoutingContext request, Object body) {
        request.response().putHeader("Content-Type", "application/json").end(write(body));
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + body.getClass().getSimpleName(), e);
        }
    }
}
