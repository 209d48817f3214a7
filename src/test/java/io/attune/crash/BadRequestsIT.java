package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a request gets a problem document that names it, and nothing of the server's insides. */
class BadRequestsIT {
    private static final Planted PLANTED = new Planted();

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess process;

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    @BeforeAll
    static void start() {
        process = ServerProcess.started("bad-requests", Map.of());
        server = process.server();
    }

    @AfterAll
    static void the_server_is_unharmed_and_its_log_is_clean() throws Exception {
        try (var running = process) {
            assertThat(server.rest().get("/q/health/live").status()).isEqualTo(200);
            PLANTED.isNotIn(running.log());
        }
    }

    @Test
    void a_message_needs_an_idempotency_key() throws IOException {
        Visitor visitor = visitor();
        problem(visitor.rest().post(visitor.messages(), message("hello")), 400);
    }

    @Test
    void the_same_key_gives_the_stored_result_and_another_body_is_refused() throws IOException {
        Visitor visitor = visitor();
        Rest keyed = visitor.rest().with("Idempotency-Key", "k1");
        Rest.Answer first =
                keyed.post(visitor.messages(), message(Planted.WORDS)).expect(201);
        Rest.Answer again = keyed.post(visitor.messages(), message(Planted.WORDS));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.response().headers().firstValue("Idempotent-Replayed")).isEmpty();
        problem(keyed.post(visitor.messages(), message("other")), 422);
        Log log = server.log(visitor.conv(), visitor.secret());
        assertThat(log.events().stream().filter(e -> e.isMessageOf("customer"))).hasSize(1);
    }

    @Test
    void an_unknown_field_is_named() throws IOException {
        Visitor visitor = visitor();
        var body = message("hello").put("purplezebraField", 1);
        JsonNode problem = problem(visitor.rest().with("Idempotency-Key", "k2").post(visitor.messages(), body), 400);
        assertThat(problem.toString()).contains("purplezebraField");
        problem(server.rest().post("/api/v1/tickets", "{\"site\":\"demo\",\"sitee\":1}"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purplezebra",
                "",
                "[]",
                "null",
                "{}",
                "{\"content\":null}",
                "{\"content\":{\"kind\":\"text\"}}",
                "{\"content\":{\"kind\":\"purplezebra\"}}",
                "{\"content\":{\"kind\":\"text\",\"text\":7}}",
                "{\"content\":{\"kind\":\"text\",\"text\":\"x\"},\"compose\":{\"keys\":\"many\"}}"
            })
    void a_malformed_message_is_400(String body) throws IOException {
        Visitor visitor = visitor();
        problem(visitor.rest().with("Idempotency-Key", "k3").post(visitor.messages(), body), 400);
        assertThat(server.log(visitor.conv(), visitor.secret()).events())
                .noneMatch(event -> event.isMessageOf("customer"));
    }

    @Test
    void a_text_that_is_too_long_is_400_and_a_huge_body_413() throws IOException {
        Visitor visitor = visitor();
        Rest keyed = visitor.rest().with("Idempotency-Key", "k4");
        problem(keyed.post(visitor.messages(), message("x".repeat(4097))), 400);
        assertThat(keyed.post(visitor.messages(), message("x".repeat(20_000_000)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void another_visitors_conversation_is_404_like_one_that_never_was() throws IOException {
        Visitor owner = visitor();
        Rest stranger = visitor().rest().with("Idempotency-Key", "k5");
        for (String conv : new String[] {owner.conv(), "no-such-conversation", "x".repeat(300), "%00", "a%20b"}) {
            String path = "/api/v1/conversations/" + conv;
            problem(stranger.get(path + "/events?after=0"), 404);
            problem(stranger.post(path + "/messages", message("hello")), 404);
            problem(stranger.get(path + "/stream"), 404);
        }
    }

    @Test
    void who_is_not_known_gets_401_and_who_may_not_403() throws IOException {
        Visitor visitor = visitor();
        String events = "/api/v1/conversations/" + visitor.conv() + "/events";
        String claim = "/api/v1/agent/conversations/" + visitor.conv() + "/claim";
        problem(server.rest().get(events), 401);
        problem(server.rest().asBearer("made.up.token").get(events), 401);
        problem(server.rest().asBearer("made.up.token").get("/api/v1/queue"), 401);
        problem(server.rest().get("/api/v1/queue"), 401);
        problem(server.rest().post(claim, "{}"), 401);
        assertThat(visitor.rest().post(claim, "{}").status()).isIn(401, 403);
        problem(server.account("integration").post(claim, "{}"), 403);
        problem(server.account("agent1").put("/api/v1/customers/x1", "{\"name\":\"Ana\"}"), 403);
        problem(server.rest().post("/api/v1/sessions", "{\"user\":\"agent1\",\"password\":\"purplezebra\"}"), 401);
        problem(server.rest().post("/api/v1/tickets", "{\"site\":\"demo\",\"identity\":\"purplezebra.a.b\"}"), 401);
    }

    @Test
    void a_bad_cursor_a_wrong_type_and_a_wrong_address_are_told_apart() throws IOException {
        Visitor visitor = visitor();
        problem(visitor.rest().get("/api/v1/conversations/" + visitor.conv() + "/events?after=purplezebra"), 400);
        problem(visitor.rest().get("/api/v1/conversations/" + visitor.conv() + "/events?after=-1"), 400);
        Planted.showsNoInsides(
                visitor.rest().get("/api/v1/nothing/here").expect(404).text());
        assertThat(visitor.rest().put(visitor.messages(), "{}").status()).isEqualTo(405);
    }

    /** @param secret the device's secret */
    private record Visitor(String secret, String conv, Rest rest) {
        String messages() {
            return "/api/v1/conversations/" + conv + "/messages";
        }
    }

    private static Visitor visitor() throws IOException {
        String secret = PLANTED.ticket(server).visitor();
        Rest rest = server.rest().asVisitor(secret);
        JsonNode opened = rest.post("/api/v1/conversations", "{}").expect(201).json();
        return new Visitor(secret, opened.path("conv").asText(), rest);
    }

    private static ObjectNode message(String text) {
        return Frames.object().set("content", Frames.text(text));
    }

    private static JsonNode problem(Rest.Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        Planted.showsNoInsides(answer.text());
        return problem;
    }
}
