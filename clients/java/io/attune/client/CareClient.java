package io.attune.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A customer's conversations with Attune, for an app. Safe for many threads. */
public final class CareClient {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI server;
    private final Supplier<String> authorization;

    private CareClient(URI server, Supplier<String> authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /** A customer who is signed in with the provider: {@code identity} gives a token that has not expired. */
    public static CareClient signedIn(URI server, Supplier<String> identity) {
        return new CareClient(server, () -> "Bearer " + identity.get());
    }

    /** An anonymous customer, known by the secret that {@link #newVisitor} gave this device. */
    public static CareClient anonymous(URI server, String visitor) {
        return new CareClient(server, () -> "Visitor " + visitor);
    }

    /** A secret for this device. Keep it where the app keeps its secrets. */
    public static String newVisitor(URI server, String site) {
        CareClient nobody = new CareClient(server, () -> "");
        return CareEvent.text(nobody.post("tickets", Map.of("site", site)).get("visitor"));
    }

    /** Opens a new conversation; its id. */
    public String open(String locale) {
        return CareEvent.text(post("conversations", Map.of("locale", locale)).get("conv"));
    }

    /** Says something; the seq. Sends once more under the same key when no answer came. */
    public long say(String conv, String text) {
        return send(conv, UUID.randomUUID().toString(), Map.of("kind", "text", "text", text));
    }

    /** Picks one of the choices that were offered; the seq. */
    public long choose(String conv, String choiceId) {
        return send(conv, UUID.randomUUID().toString(), Map.of("kind", "choice", "choiceId", choiceId));
    }

    private long send(String conv, String key, Map<String, Object> content) {
        String body = Json.write(Map.of("content", content));
        HttpRequest request = request("conversations/" + conv + "/messages")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return CareEvent.number(ask(request).get("seq"));
        } catch (CareException fault) {
            if (!fault.isWorthAnotherAttempt()) {
                throw fault;
            }
            return CareEvent.number(ask(request).get("seq"));
        }
    }

    /** The events after {@code after}, at most 200. */
    public List<CareEvent> events(String conv, long after) {
        Map<String, Object> page = ask(request("conversations/" + conv + "/events?after=" + after)
                .GET()
                .build());
        return page.get("events") instanceof List<?> list
                ? list.stream().map(CareClient::event).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static CareEvent event(Object raw) {
        return CareEvent.read((Map<String, Object>) raw);
    }

    /**
     * Follows a conversation until it is closed: first what stands after {@code after}, then what comes, each event once and in
     * order, through lost connections. The listener is called on a thread of its own.
     */
    public EventStream follow(String conv, long after, Consumer<CareEvent> listener) {
        return new EventStream(
                http,
                () -> HttpRequest.newBuilder(server.resolve("/api/v1/conversations/" + conv + "/stream"))
                        .header("Authorization", authorization.get()),
                after,
                listener);
    }

    /** Sends a file as a message; the seq. */
    public long upload(String conv, String name, byte[] bytes) {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replaceAll("[\"\\r\\n]", "_") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest request = request("conversations/" + conv + "/files")
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(bytes),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        return CareEvent.number(ask(request).get("seq"));
    }

    /** The app has gone to the background: what comes now is pushed to the provider's server, with {@code token}. */
    public void background(String device, String token) {
        put("me/devices/" + device, Map.of("state", "background", "token", token));
    }

    /** The app is in use again. */
    public void foreground(String device) {
        put("me/devices/" + device, Map.of("state", "foreground"));
    }

    private Map<String, Object> post(String path, Map<String, Object> body) {
        return ask(request(path).POST(BodyPublishers.ofString(Json.write(body))).build());
    }

    private void put(String path, Map<String, Object> body) {
        ask(request(path).PUT(BodyPublishers.ofString(Json.write(body))).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        String shown = authorization.get();
        return shown.isEmpty() ? request : request.header("Authorization", shown);
    }

    private Map<String, Object> ask(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 300) {
                throw new CareException(response.statusCode(), detail(response.body()), null);
            }
            return response.body().isEmpty() ? Map.of() : Json.object(response.body());
        } catch (IOException e) {
            throw new CareException(0, "no answer from " + server.getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CareException(0, "interrupted", e);
        }
    }

    private static String detail(String problem) {
        try {
            return CareEvent.text(Json.object(problem).get("detail"));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
