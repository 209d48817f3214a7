package io.attune.channel.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** As much of Chatwoot's API as a bot calls: it keeps what it is told, tells of it by webhook, and can fail. */
final class FakeChatwoot {
    static final String TOKEN = "token-of-the-bot";
    /** In place of a status: the request never arrives, the connection breaks. */
    static final int LOST_REQUEST = -1;
    /** In place of a status: it arrives, and the connection breaks. */
    static final int LOST_RESPONSE = -2;

    /** @param path after {@code /api/v1} */
    record Call(String path, JsonPath body) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<String> strangers = new CopyOnWriteArrayList<>();
    final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final HttpServer server;
    private volatile Consumer<JsonNode> webhook = hook -> {};

    FakeChatwoot(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    /** Where the webhooks of its messages go. */
    void tells(Consumer<JsonNode> to) {
        webhook = to;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"))) {
            strangers.add(path);
            send(exchange, 401, "{}");
            return;
        }
        Integer failure = failures.poll();
        if (failure == null || failure == LOST_RESPONSE) {
            calls.add(new Call(path, JsonPath.from(body)));
        }
        if (failure != null && failure < 0) {
            exchange.close();
        } else {
            send(exchange, failure == null ? 200 : failure, "{\"id\":" + ids.incrementAndGet() + "}");
        }
        if (failure != null && failure == LOST_RESPONSE) {
            tell(path, body);
        }
    }

    private void tell(String path, String body) throws IOException {
        String[] parts = path.split("/");
        ObjectNode hook = (ObjectNode) Wire.JSON.readTree(body);
        hook.put("event", "message_created").put("id", ids.incrementAndGet());
        hook.putObject("account").put("id", Integer.parseInt(parts[2]));
        hook.putObject("conversation").put("id", Integer.parseInt(parts[4])).put("status", "pending");
        hook.putObject("sender").put("id", 1).put("type", "agent_bot");
        webhook.accept(hook);
    }

    private static void send(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<String> said(int conversation) {
        return calls.stream()
                .filter(call -> call.path().endsWith("/conversations/" + conversation + "/messages"))
                .map(call -> call.body().getString("content"))
                .toList();
    }

    List<String> opened(int conversation) {
        return calls.stream()
                .filter(call -> call.path().endsWith("/conversations/" + conversation + "/toggle_status"))
                .map(call -> call.body().getString("status"))
                .toList();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }
}
