package io.attune.channel.chatwoot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.attune.foreign.FreePort;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of Chatwoot's API as a bot calls: it keeps what it is told, and can fail. */
final class FakeChatwoot {
    static final String TOKEN = "token-of-the-bot";

    /** @param path after {@code /api/v1} */
    record Call(String path, JsonPath body) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<String> strangers = new CopyOnWriteArrayList<>();
    final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final HttpServer server;

    FakeChatwoot() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", FreePort.of("chatwoot")), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        Integer failure = failures.poll();
        int status = 200;
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"))) {
            strangers.add(path);
            status = 401;
        } else if (failure != null) {
            status = failure;
        } else {
            calls.add(new Call(path, JsonPath.from(body)));
        }
        byte[] answer = ("{\"id\":" + ids.incrementAndGet() + "}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
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

    void close() {
        server.stop(0);
    }
}
