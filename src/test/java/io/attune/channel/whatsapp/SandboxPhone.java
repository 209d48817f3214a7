package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The customer's hands on the sandbox's phone. */
final class SandboxPhone {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    SandboxPhone(URI sandbox) {
        this.sandbox = sandbox;
    }

    JsonNode state() {
        return request("GET", "/phone/state", "", "application/json");
    }

    /** What came from the business, oldest first. */
    List<JsonNode> received() {
        var received = new ArrayList<JsonNode>();
        state().path("bubbles").forEach(bubble -> {
            if (!bubble.path("mine").asBoolean()) {
                received.add(bubble);
            }
        });
        return received;
    }

    List<String> texts() {
        return received().stream().map(bubble -> bubble.path("text").asText()).toList();
    }

    void say(String text) {
        post("/phone/send", JSON.createObjectNode().put("kind", "text").put("text", text));
    }

    /** Under this id: the same twice is one message that comes twice. */
    void say(String id, String text) {
        post(
                "/phone/send",
                JSON.createObjectNode().put("kind", "text").put("text", text).put("as", id));
    }

    void send(String kind) {
        post("/phone/send", JSON.createObjectNode().put("kind", kind).put("text", ""));
    }

    void tap(JsonNode bubble, int answer) {
        JsonNode chosen = bubble.path("answers").path(answer);
        post(
                "/phone/send",
                JSON.createObjectNode()
                        .put("kind", bubble.path("kind").asText())
                        .put("id", chosen.path("id").asText())
                        .put("text", chosen.path("title").asText())
                        .put("to", bubble.path("id").asText()));
    }

    void file(String type, byte[] bytes) {
        send(HttpRequest.newBuilder(sandbox.resolve("/phone/file?name=file"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    void looked() {
        request("POST", "/phone/looked", "{}", "application/json");
    }

    void expire() {
        request("POST", "/phone/expire", "{}", "application/json");
    }

    void become(String number, boolean hidden) {
        post(
                "/phone/who",
                JSON.createObjectNode()
                        .put("number", number)
                        .put("userId", "US." + number)
                        .put("name", "Robin")
                        .put("hidden", hidden));
    }

    void mischief(int copies, boolean disorder) {
        post("/phone/mischief", JSON.createObjectNode().put("copies", copies).put("disorder", disorder));
    }

    void fail(String what, int times) {
        post(
                "/phone/mischief",
                JSON.createObjectNode().put("copies", 1).put("fail", what).put("failures", times));
    }

    private void post(String path, ObjectNode body) {
        request("POST", path, body.toString(), "application/json");
    }

    private JsonNode request(String method, String path, String body, String type) {
        return send(HttpRequest.newBuilder(sandbox.resolve(path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + " gave " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
