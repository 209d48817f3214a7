package io.attune.channel.directline;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client as plain as can be, for what the real ones do not show. */
final class DirectLineClient {
    static final String BASE = "/v3/directline";

    final String conv;
    String token;
    String streamUrl;

    private DirectLineClient(JsonPath started) {
        conv = started.getString("conversationId");
        token = started.getString("token");
        streamUrl = started.getString("streamUrl");
    }

    static RequestSpecification bearing(String secretOrToken) {
        return given().contentType("application/json").header("Authorization", "Bearer " + secretOrToken);
    }

    static JsonPath generate(String body) {
        return bearing("demo")
                .body(body)
                .post(BASE + "/tokens/generate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static DirectLineClient start(String token) {
        return new DirectLineClient(
                bearing(token).post(BASE + "/conversations").then().extract().jsonPath());
    }

    static DirectLineClient start() {
        return start(generate("{}").getString("token"));
    }

    Response post(Map<String, ?> activity) {
        return bearing(token).body(activity).post(BASE + "/conversations/" + conv + "/activities");
    }

    Response say(@Nullable String clientId, String text) {
        var activity = new HashMap<String, Object>(Map.of("type", "message", "text", text, "from", Map.of("id", "u1")));
        if (clientId != null) {
            activity.put("channelData", Map.of("clientActivityID", clientId));
        }
        return post(activity);
    }

    Response poll(String watermark) {
        return bearing(token).queryParam("watermark", watermark).get(BASE + "/conversations/" + conv + "/activities");
    }

    List<Map<String, Object>> messages() {
        return poll("").jsonPath().getList("activities.findAll { it.type == 'message' }");
    }

    /** Fetches a new address of the stream. */
    void comeBack(@Nullable String watermark) {
        var request = bearing(token);
        JsonPath back = (watermark == null ? request : request.queryParam("watermark", watermark))
                .get(BASE + "/conversations/" + conv)
                .jsonPath();
        token = back.getString("token");
        streamUrl = back.getString("streamUrl");
    }

    Listening listen() {
        return new Listening(streamUrl);
    }

    /** A stream, and what came over it. */
    static final class Listening implements WebSocket.Listener, AutoCloseable {
        final List<Map<String, Object>> activities = new CopyOnWriteArrayList<>();
        final List<String> frames = new CopyOnWriteArrayList<>();
        volatile String watermark = "";
        volatile int closed;
        private final StringBuilder parts = new StringBuilder();
        private final HttpClient http = HttpClient.newHttpClient();
        private final WebSocket socket;

        Listening(String streamUrl) {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(streamUrl), this)
                    .join();
        }

        void send(String frame) {
            socket.sendText(frame, true).join();
        }

        List<String> texts() {
            return activities.stream()
                    .filter(activity -> "message".equals(activity.get("type")))
                    .map(activity -> String.valueOf(activity.get("text")))
                    .toList();
        }

        List<Map<String, Object>> named(String event) {
            return activities.stream()
                    .filter(activity -> event.equals(activity.get("name")))
                    .toList();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                take(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String frame) {
            frames.add(frame);
            if (!frame.isEmpty()) {
                var group = JsonPath.from(frame);
                watermark = group.getString("watermark") == null ? watermark : group.getString("watermark");
                activities.addAll(group.<Map<String, Object>>getList("activities"));
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = code;
            return null;
        }

        @Override
        public void close() {
            socket.abort();
            http.shutdownNow();
        }
    }
}
