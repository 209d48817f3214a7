package io.attune.turn;

import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A conversation whose line is tested by a system of the provider's. */
@QuarkusTest
@TestProfile(LineTestsTest.Measured.class)
class LineTestsTest {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static volatile String readings = "{}";

    /** A provider with line tests. */
    public static class Measured implements QuarkusTestProfile {
        static final HttpServer SERVER = start();

        private static HttpServer start() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/lines", exchange -> {
                    TESTS.incrementAndGet();
                    byte[] answer = ("{\"readings\":" + readings + "}").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
                server.start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.diagnostics.url",
                    "http://localhost:" + SERVER.getAddress().getPort() + "/lines");
        }
    }

    @AfterAll
    static void stop() {
        Measured.SERVER.stop(0);
    }

    @Test
    void a_line_is_tested_at_the_start_and_again_after_a_step() {
        readings = "{\"router.reachable\":\"no\",\"line.sync\":\"down\"}";
        String device = given().contentType("application/json")
                .body(Map.of("site", "demo"))
                .post("/api/v1/tickets")
                .then()
                .extract()
                .path("visitor");
        String conv = visiting(device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        await().until(() -> TESTS.get() == 1);

        send(device, conv, "m1", "{\"kind\":\"text\",\"text\":\"my internet is down\"}");
        pick(device, conv, "m2", choice(device, conv, ":all-dark"));
        String same = choice(device, conv, ":same");
        assertThat(same).contains("power-up");
        assertThat(TESTS).hasValue(1);

        readings = "{\"router.reachable\":\"yes\",\"line.sync\":\"down\"}";
        pick(device, conv, "m3", same);
        await().until(() -> TESTS.get() == 2);
    }

    private static void pick(String device, String conv, String key, String choice) {
        send(device, conv, key, "{\"kind\":\"choice\",\"choiceId\":\"" + choice + "\"}");
    }

    private static void send(String device, String conv, String key, String content) {
        visiting(device)
                .header("Idempotency-Key", key)
                .body("{\"content\":" + content + "}")
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
    }

    private static String choice(String device, String conv, String ending) {
        return await().until(
                        () -> visiting(device)
                                .get("/api/v1/conversations/" + conv + "/events?after=0")
                                .<List<List<String>>>path("events.content.choices.id")
                                .stream()
                                .filter(Objects::nonNull)
                                .flatMap(List::stream)
                                .filter(id -> id.endsWith(ending))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }
}
