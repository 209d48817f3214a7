package io.attune.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.attune.diagnostics.Diagnosis.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server that answers as it is told. */
class HttpDiagnosticsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

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
                    + exchange.getRequestHeaders().getFirst("Authorization"));
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

    private Diagnosis examine(String customer) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/lines");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var source = new HttpDiagnostics(url, Optional.of("s3cret"), Duration.ofMillis(500), clock);
        var lines = new Lines(source, clock, Duration.ofMinutes(10), Duration.ofSeconds(2), 10);
        return lines.examine(customer).toCompletableFuture().join();
    }

    @Test
    void reads_what_the_tests_say_under_any_name() {
        body = "{\"readings\":{\"line.sync\":\"ok\",\"line.downstreamMbps\":38,\"sim.active\":true,\"gone\":null}}";

        assertThat(examine("maria").facts())
                .isEqualTo(Map.of(
                        "line.sync", new Reading("ok", NOW),
                        "line.downstreamMbps", new Reading("38", NOW),
                        "sim.active", new Reading("true", NOW)));
        assertThat(seen.get()).isEqualTo("GET /lines/maria Bearer s3cret");
    }

    @Test
    void a_customers_id_is_no_path_of_its_own() {
        body = "{\"readings\":{}}";
        examine("../admin?x=1");

        assertThat(seen.get()).startsWith("GET /lines/..%2Fadmin%3Fx%3D1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"readings\":7}", "<html>", "{\"readings\":{\"line.sync\":"})
    void an_answer_of_another_form_leaves_the_line_unknown(String broken) {
        body = broken;

        assertThat(examine("maria")).isEqualTo(Diagnosis.UNKNOWN);
    }

    @Test
    void a_failure_a_slow_answer_and_nobodys_line_are_unknown() {
        body = "{\"readings\":{\"line.sync\":\"ok\"}}";
        assertThat(examine("maria").facts()).hasSize(1);
        status = 404;
        assertThat(examine("maria")).isEqualTo(Diagnosis.UNKNOWN);
        status = 500;
        assertThat(examine("maria")).isEqualTo(Diagnosis.UNKNOWN);
        status = 200;
        delayMs = 1_500;
        assertThat(examine("maria")).isEqualTo(Diagnosis.UNKNOWN);
    }
}
