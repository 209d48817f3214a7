package io.attune.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.attune.backoffice.BackOffice.Errand;
import io.attune.backoffice.BackOffice.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server that answers as it is told. */
class HttpBackOfficeTest {
    private static final Errand ERRAND = new Errand("order-status", "c1.order.4", Map.of("number", "7"));

    private final AtomicReference<String> seen = new AtomicReference<>();
    private volatile int status = 200;
    private volatile String body = "";
    private volatile long delayMs;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                Thread.sleep(delayMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Reply send() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/care");
        return new HttpBackOffice(url, Optional.of("s3cret"), Duration.ofMillis(500)).send("maria", ERRAND);
    }

    @Test
    void posts_the_errand_and_reads_the_outcome() {
        body = "{\"outcome\":\"shipped\",\"values\":{\"day\":\"2026-11-24\",\"parcels\":2,\"none\":null,\"deep\":{}}}";

        assertThat(send()).isEqualTo(new Reply("shipped", Map.of("day", "2026-11-24", "parcels", "2")));
        assertThat(seen.get())
                .isEqualTo(
                        "POST /care/order-status Bearer s3cret c1.order.4 {\"customer\":\"maria\",\"values\":{\"number\":\"7\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"outcome\":7}", "<html>", "{\"outcome\":"})
    void an_answer_of_another_form_is_unavailable(String broken) {
        body = broken;

        assertThat(send()).isEqualTo(Reply.UNAVAILABLE);
    }

    @Test
    void a_failure_or_a_slow_answer_is_unavailable() {
        status = 500;
        assertThat(send()).isEqualTo(Reply.UNAVAILABLE);
        status = 200;
        delayMs = 1_500;
        body = "{\"outcome\":\"shipped\"}";
        assertThat(send()).isEqualTo(Reply.UNAVAILABLE);
    }
}
