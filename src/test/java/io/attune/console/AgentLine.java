package io.attune.console;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.access.SignedIn;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An agent at the desk: signed in, with a socket. */
final class AgentLine implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String user;
    private final String token;
    private final WebSocket socket;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private volatile int closed;

    AgentLine(String user, String password) {
        this.user = user;
        token = given().contentType("application/json")
                .body(java.util.Map.of("user", user, "password", password))
                .post("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        String ticket = rest().body("{}")
                .post("/api/v1/agent/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("agent.v1")
                .buildAsync(
                        URI.create("ws://localhost:" + RestAssured.port + "/ws/v1/agent?ticket=" + ticket),
                        new Listener())
                .join();
    }

    RequestSpecification rest() {
        return given().contentType("application/json").header("Authorization", "Bearer " + token);
    }

    String user() {
        return user;
    }

    int closed() {
        return closed;
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Waits for a frame, those before included. */
    JsonNode await(String type, Predicate<JsonNode> right) {
        return Awaitility.await(type)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> frames.stream()
                                .filter(frame -> frame.path("t").asText().equals(type) && right.test(frame))
                                .findFirst()
                                .orElse(null),
                        java.util.Objects::nonNull);
    }

    JsonNode await(String type, String conv) {
        return await(type, frame -> frame.path("conv").asText().equals(conv));
    }

    /** A customer who has asked for a person. */
    static String waiting() {
        RequestSpecification customer = SignedIn.visiting(SignedIn.device());
        String conv = customer.body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        customer.header("Idempotency-Key", "k1")
                .body("{\"content\":{\"kind\":\"text\",\"text\":\"I want to talk to a human\"}}")
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
        RequestSpecification agent = SignedIn.as("supervisor");
        Awaitility.await("queued")
                .atMost(Duration.ofSeconds(15))
                .until(() -> agent.get("/api/v1/agent/conversations/" + conv)
                        .path("owner")
                        .equals("queue"));
        return conv;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                try {
                    frames.add(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = code;
            return null;
        }
    }
}
