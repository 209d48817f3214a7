package io.attune.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.attune.client.PushSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A provider's server: takes webhooks, checks them with the client's own code, and answers as it is told. */
final class Hook implements AutoCloseable {
    static final String SECRET = "a-shared-secret-of-at-least-32-characters";

    final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final HttpServer server;

    record Arrived(boolean genuine, String delivery, JsonNode body) {}

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signature = exchange.getRequestHeaders().getFirst("Attune-Signature");
            boolean genuine = PushSignature.isValid(SECRET, signature, body, Instant.now(), Duration.ofMinutes(5));
            String delivery = exchange.getRequestHeaders().getFirst("Attune-Delivery");
            Integer answer = answers.poll();
            arrived.add(new Arrived(genuine, delivery, new ObjectMapper().readTree(body)));
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/push");
    }

    Arrived next() throws InterruptedException {
        Arrived next = arrived.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no webhook came");
        }
        return next;
    }

    boolean isQuiet(Duration time) throws InterruptedException {
        return arrived.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
