package io.attune.channel.helpdesk;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.sun.net.httpserver.HttpServer;
import io.attune.channel.TimedSignature;
import io.attune.foreign.FreePort;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A console of the provider's own: told of everything, in order; and what its agents do, done once. */
@QuarkusTest
@TestProfile(HelpdeskTest.WithHelpdesk.class)
class HelpdeskTest {
    private static final String SECRET = "a secret of the helpdesk, long enough";
    private static final List<JsonPath> TOLD = new CopyOnWriteArrayList<>();
    private static final List<String> FORGED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final HttpServer DESK = desk();

    public static class WithHelpdesk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.db.url", "jdbc:h2:mem:helpdesk;DB_CLOSE_DELAY=-1",
                    "attune.helpdesk.url", "http://localhost:" + FreePort.of("helpdesk") + "/events",
                    "attune.helpdesk.secret", SECRET,
                    "attune.helpdesk.first-retry", "50ms",
                    "attune.helpdesk.look-for-due", "1s");
        }
    }

    private static HttpServer desk() {
        try {
            HttpServer desk = HttpServer.create(new InetSocketAddress("localhost", FreePort.of("helpdesk")), 0);
            desk.createContext("/events", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                var headers = exchange.getRequestHeaders();
                boolean genuine = TimedSignature.genuine(
                        headers.getFirst("X-Attune-Signature"),
                        headers.getFirst("X-Attune-Timestamp"),
                        body,
                        SECRET,
                        Instant.now(),
                        Duration.ofMinutes(1));
                boolean fails = FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                if (!genuine) {
                    FORGED.add(headers.getFirst("X-Attune-Delivery"));
                } else if (!fails) {
                    TOLD.add(JsonPath.from(new String(body, StandardCharsets.UTF_8)));
                }
                exchange.sendResponseHeaders(fails ? 503 : 204, -1);
                exchange.close();
            });
            desk.start();
            return desk;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String conv = "";
    private String visitor = "";

    @BeforeAll
    static void isUp() {
        assertThat(DESK.getAddress().getPort()).isPositive();
    }

    @AfterAll
    static void down() {
        DESK.stop(0);
    }

    @BeforeEach
    void open() {
        TOLD.clear();
        FAILURES.set(0);
        visitor = device();
        conv = visiting(visitor)
                .body("{}")
                .post("/api/v1/conversations")
                .jsonPath()
                .getString("conv");
    }

    private void customerSays(String text) {
        visiting(visitor)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
    }

    private static List<Long> seqs(String conv) {
        return TOLD.stream()
                .filter(told -> conv.equals(told.getString("conv")))
                .map(told -> told.getLong("event.seq"))
                .toList();
    }

    private long head() {
        return visiting(visitor)
                .get("/api/v1/conversations/" + conv + "/events")
                .jsonPath()
                .getLong("head");
    }

    private void isToldOfAll() {
        await().untilAsserted(() -> assertThat(seqs(conv))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) head())
                        .mapToObj(i -> (long) i)
                        .toList()));
    }

    private Response does(Map<String, ?> deed) {
        return does(deed, Instant.now().getEpochSecond(), SECRET);
    }

    private static Response does(Map<String, ?> deed, long at, String secret) {
        byte[] body = io.vertx.core.json.Json.encode(deed).getBytes(StandardCharsets.UTF_8);
        return given().contentType("application/json")
                .header("X-Attune-Timestamp", at)
                .header("X-Attune-Signature", TimedSignature.of(Long.toString(at), body, secret))
                .body(body)
                .post("/webhooks/helpdesk");
    }

    private Map<String, Object> deed(String action, Map<String, ?> more) {
        var deed = new java.util.HashMap<String, Object>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "conv",
                conv,
                "action",
                action,
                "agent",
                Map.of("id", "77", "name", "Uma")));
        deed.putAll(more);
        return deed;
    }

    @Test
    void a_conversation_that_a_person_is_asked_for_is_told_from_its_start_in_order() {
        customerSays("my internet is slow");
        await().until(() -> head() >= 3);
        assertThat(seqs(conv)).as("the bot's alone").isEmpty();
        customerSays("I want to talk to a person");
        await().until(() -> as("agent1").get("/api/v1/queue").asString().contains(conv));
        isToldOfAll();
        assertThat(TOLD.getLast().getString("owner")).isEqualTo("queue");
        assertThat(TOLD).extracting(told -> told.getString("event.ev")).contains("handoff.requested", "handoff.queued");
        assertThat(FORGED).isEmpty();
    }

    @Test
    void what_was_not_taken_is_told_again_and_nothing_overtakes_it() {
        FAILURES.set(4);
        customerSays("I want to talk to a person");
        await().until(() -> head() >= 4);
        customerSays("hello?");
        isToldOfAll();
        assertThat(FAILURES).hasValue(0);
    }

    @Test
    void agents_of_the_console_talk_with_the_customer_and_give_the_conversation_back() {
        customerSays("I want to talk to a person");
        await().until(() -> head() >= 4);
        does(deed("say", Map.of("text", "too early"))).then().statusCode(409);
        does(deed("claim", Map.of())).then().statusCode(200);
        var hello = deed("say", Map.of("text", "Hello, Uma here"));
        long seq = does(hello).then().statusCode(200).extract().jsonPath().getLong("seq");
        does(hello).then().statusCode(200).body("seq", equalTo((int) seq));
        does(deed("claim", Map.of("agent", Map.of("id", "78"))))
                .then()
                .statusCode(409)
                .body("owner", equalTo("agent"));
        does(deed("say", Map.of("text", "not mine", "agent", Map.of("id", "78"))))
                .then()
                .statusCode(409);
        does(deed("note", Map.of("text", "called before"))).then().statusCode(200);
        does(deed("return", Map.of("instruction", "ask whether it is better")))
                .then()
                .statusCode(200);
        var events = visiting(visitor)
                .get("/api/v1/conversations/" + conv + "/events")
                .jsonPath();
        assertThat(events.getString("events.find { it.ev == 'handoff.joined' }.from.name"))
                .isEqualTo("Uma");
        assertThat(events.getList("events.findAll { it.from.role == 'agent' && it.content }.content.text"))
                .isEqualTo(List.of("Hello, Uma here"));
        assertThat(events.getList("events.ev")).contains("handoff.returned");
        assertThat(visiting(visitor)
                        .get("/api/v1/conversations/" + conv + "/events")
                        .asString())
                .as("notes are for agents")
                .doesNotContain("called before");
        isToldOfAll();
    }

    @Test
    void only_what_is_signed_and_fresh_is_done() {
        long now = Instant.now().getEpochSecond();
        does(deed("claim", Map.of()), now, "another secret, which is long enough too")
                .then()
                .statusCode(401);
        does(deed("claim", Map.of()), now - 3600, SECRET).then().statusCode(401);
        does(deed("claim", Map.of()), now + 3600, SECRET).then().statusCode(401);
        given().body(deed("claim", Map.of()))
                .contentType("application/json")
                .post("/webhooks/helpdesk")
                .then()
                .statusCode(401);
        for (String signature : List.of("", "sha256=", "sha256=zz", "md5=00", "sha256=" + "0".repeat(64))) {
            given().contentType("application/json")
                    .header("X-Attune-Timestamp", now)
                    .header("X-Attune-Signature", signature)
                    .body("{}")
                    .post("/webhooks/helpdesk")
                    .then()
                    .statusCode(401);
        }
        as("agent1").get("/api/v1/conversations/" + conv + "/trace").then().statusCode(200);
        assertThat(head()).as("nothing was done").isEqualTo(1);
    }

    @Test
    void bad_input_is_named() {
        does(Map.of("action", "say"))
                .then()
                .statusCode(400)
                .body("errors.at", hasItems("id", "conv", "agent.id", "text"));
        does(deed("dance", Map.of())).then().statusCode(400).body("errors[0].at", equalTo("action"));
        does(deed("close", Map.of())).then().statusCode(400).body("errors[0].at", equalTo("code"));
        does(deed("claim", Map.of("text", "hi"))).then().statusCode(400).body("errors[0].at", equalTo("text"));
        does(deed("claim", Map.of("mood", "good")))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("unknown field"));
        does(deed("claim", Map.of("conv", "nowhere"))).then().statusCode(404);
    }
}
