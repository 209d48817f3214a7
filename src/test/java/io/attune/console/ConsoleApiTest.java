package io.attune.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.attune.access.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The console's API as docs/console-api.md has it. */
@QuarkusTest
class ConsoleApiTest {
    private static String at(String conv, String action) {
        return "/api/v1/agent/conversations/" + conv + "/" + action;
    }

    private static void does(RequestSpecification who, String conv, String action, String body) {
        who.body(body).post(at(conv, action)).then().statusCode(200).body("seq", greaterThan(0));
    }

    private static RequestSpecification admin() {
        return SignedIn.as("admin");
    }

    @Test
    void rings_at_an_agent_who_is_there_until_they_take_it() {
        try (var ana = new AgentLine("agent1", "demo")) {
            ana.rest()
                    .body("{\"state\":\"online\",\"capacity\":50}")
                    .put("/api/v1/agent/presence")
                    .then()
                    .statusCode(200);
            String conv = AgentLine.waiting();
            var offer = ana.await("offer", conv);
            assertThat(offer.path("item").path("phase").asText()).isEqualTo("ringing");
            ana.rest()
                    .get("/api/v1/agent/conversations/" + conv)
                    .then()
                    .statusCode(200)
                    .body("phase", equalTo("ringing"))
                    .body("item.offer.agent", equalTo("agent1"))
                    .body("packet.who.customer", notNullValue())
                    .body("packet.reason.code", equalTo("customer_asked"))
                    .body("packet.reason.signals.what", hasItem("handoff"))
                    .body("packet.summary.seq", hasItem(greaterThan(0)))
                    .body("packet.replies[0].why", equalTo("first_words"))
                    .body("handoffSeq", greaterThan(0));
            does(ana.rest(), conv, "accept", "{}");
            assertThat(ana.await("offer.gone", conv).path("why").asText()).isEqualTo("taken");
            ana.await(
                    "item",
                    frame -> frame.path("item").path("conv").asText().equals(conv)
                            && frame.path("item").path("phase").asText().equals("with_agent"));
            ana.rest().body("{}").post(at(conv, "accept")).then().statusCode(409);
            ana.rest()
                    .body("{\"state\":\"offline\"}")
                    .put("/api/v1/agent/presence")
                    .then()
                    .statusCode(200);
            does(ana.rest(), conv, "end", "{}");
            ana.rest()
                    .get("/api/v1/agent/conversations?owner=wrap_up")
                    .then()
                    .body("items.conv", hasItem(conv))
                    .body("items[0].phase", equalTo("wrap_up"));
            does(ana.rest(), conv, "wrapup", "{\"code\":\"resolved\"}");
            ana.rest()
                    .body("{\"code\":\"resolved\"}")
                    .post(at(conv, "wrapup"))
                    .then()
                    .statusCode(409);
        }
    }

    @Test
    void a_supervisor_listens_whispers_takes_over_and_passes_on() {
        RequestSpecification supervisor = SignedIn.as("supervisor");
        String conv = AgentLine.waiting();
        try (var ben = new AgentLine("agent2", "demo");
                var sam = new AgentLine("supervisor", "demo")) {
            does(ben.rest(), conv, "claim", "{}");
            ben.send("{\"t\":\"look\",\"conv\":\"" + conv + "\"}");
            sam.send("{\"t\":\"look\",\"conv\":\"" + conv + "\"}");
            ben.await("looking", frame -> frame.path("agents").size() == 2);
            does(supervisor, conv, "whisper", "{\"text\":\"offer a refund\"}");
            assertThat(ben.await("mention", conv).path("text").asText()).isEqualTo("offer a refund");
            sam.send("{\"t\":\"board\",\"on\":true}");
            assertThat(sam.await("board", frame -> true)
                            .path("board")
                            .path("agents")
                            .isArray())
                    .isTrue();
            does(supervisor, conv, "takeover", "{}");
            ben.rest()
                    .body("{\"content\":{\"kind\":\"text\",\"text\":\"hello\"}}")
                    .post(at(conv, "messages"))
                    .then()
                    .statusCode(409);
            does(supervisor, conv, "assign", "{\"to\":\"agent:agent2\",\"note\":\"yours again\"}");
            supervisor
                    .get("/api/v1/agent/conversations/" + conv)
                    .then()
                    .body("owner", equalTo("queue"))
                    .body("item.target", equalTo("agent:agent2"));
            supervisor
                    .body("{\"to\":\"agent:nobody\"}")
                    .post(at(conv, "assign"))
                    .then()
                    .statusCode(400);
            does(ben.rest(), conv, "claim", "{}");
            ben.rest().body("{\"text\":\"x\"}").post(at(conv, "whisper")).then().statusCode(403);
            does(ben.rest(), conv, "close", "{\"code\":\"resolved\"}");
        }
        supervisor
                .get("/api/v1/supervisor/board")
                .then()
                .statusCode(200)
                .body("today.handedOver", greaterThan(0))
                .body("waiting.count", notNullValue());
        supervisor
                .get("/api/v1/supervisor/reasons")
                .then()
                .statusCode(200)
                .body("reasons.code", hasItem("customer_asked"))
                .body("reasons[0].p90WaitMs", notNullValue());
        supervisor.get("/api/v1/supervisor/reasons?from=yesterday").then().statusCode(400);
    }

    @Test
    void sending_again_under_the_same_id_has_no_further_effect() {
        RequestSpecification ben = SignedIn.as("agent2");
        String conv = AgentLine.waiting();
        does(ben, conv, "claim", "{}");
        String body = "{\"id\":\"m1\",\"content\":{\"kind\":\"text\",\"text\":\"once\"}}";
        int seq = ben.body(body)
                .post(at(conv, "messages"))
                .then()
                .statusCode(200)
                .extract()
                .path("seq");
        ben.body(body).post(at(conv, "messages")).then().statusCode(200).body("seq", equalTo(seq));
        ben.body(body.replace("once", "twice"))
                .post(at(conv, "messages"))
                .then()
                .statusCode(409);
        ben.body("{}").post(at(conv, "diagnostics")).then().statusCode(200).body("running", equalTo(true));
        does(ben, conv, "close", "{\"code\":\"resolved\"}");
    }

    @Test
    void an_instruction_steers_the_bot_by_its_meaning() {
        RequestSpecification ben = SignedIn.as("agent2");
        String conv = AgentLine.waiting();
        does(ben, conv, "claim", "{}");
        does(ben, conv, "return", "{\"instruction\":\"internet slow\"}");
        Awaitility.await("the bot has begun")
                .atMost(Duration.ofSeconds(15))
                .until(() -> "internet-slow"
                        .equals(ben.get("/api/v1/agent/conversations/" + conv).path("packet.step.dialog")));
    }

    @Test
    void an_administrator_keeps_accounts_and_a_disabled_agent_is_out() {
        String account =
                "{\"name\":\"Nora\",\"role\":\"agent\",\"password\":\"a long password\",\"languages\":[\"es\"]}";
        admin().body(account)
                .put("/api/v1/admin/accounts/nora")
                .then()
                .statusCode(200)
                .body("source", equalTo("here"));
        try (var nora = new AgentLine("nora", "a long password")) {
            nora.await("queue", frame -> true);
            nora.rest().get("/api/v1/queue").then().statusCode(200);
            admin().body("{\"disabled\":true}")
                    .put("/api/v1/admin/accounts/nora")
                    .then()
                    .statusCode(200);
            nora.rest().get("/api/v1/queue").then().statusCode(401);
            Awaitility.await("the socket ends").atMost(Duration.ofSeconds(20)).until(() -> nora.closed() == 4403);
        }
        SignedIn.as("supervisor").get("/api/v1/agent/targets").then().statusCode(200);
        admin().delete("/api/v1/admin/accounts/nora").then().statusCode(204);
        admin().delete("/api/v1/admin/accounts/nora").then().statusCode(404);
        admin().body("{\"disabled\":true}")
                .put("/api/v1/admin/accounts/admin")
                .then()
                .statusCode(409);
        admin().body("{\"role\":\"admin\"}")
                .put("/api/v1/admin/accounts/agent1")
                .then()
                .statusCode(409);
        admin().body("{\"name\":\"X\",\"role\":\"boss\",\"password\":\"short\"}")
                .put("/api/v1/admin/accounts/x")
                .then()
                .statusCode(400)
                .body("errors.at", hasItem("role"))
                .body("errors.at", hasItem("password"));
    }

    @Test
    void canned_replies_are_filled_and_what_is_unknown_is_named() {
        admin().body(Map.of(
                        "language", "en",
                        "shortcut", "hi",
                        "title", "Greeting",
                        "text", "Hello {{customer.name}}, I am {{agent.name}}."))
                .put("/api/v1/admin/canned/hi")
                .then()
                .statusCode(200);
        admin().body(Map.of("language", "en", "shortcut", "x", "title", "X", "text", "{{customer.iban}}"))
                .put("/api/v1/admin/canned/x")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("text"));
        RequestSpecification ben = SignedIn.as("agent2");
        String conv = AgentLine.waiting();
        ben.body("{\"id\":\"hi\"}")
                .post(at(conv, "canned"))
                .then()
                .statusCode(200)
                .body("text", equalTo("Hello {{customer.name}}, I am Ben."))
                .body("missing", hasItem("customer.name"));
        ben.get("/api/v1/canned?language=en").then().body("items.id", hasItem("hi"));
        admin().delete("/api/v1/admin/canned/hi").then().statusCode(204);
        does(ben, conv, "claim", "{}");
        does(ben, conv, "close", "{\"code\":\"resolved\"}");
    }

    @Test
    void opening_hours_skills_and_codes_are_kept_and_faults_are_named() {
        admin().body("{\"zone\":\"Mars/Base\",\"week\":{\"mon\":[{\"from\":\"8\",\"to\":\"20:00\"}],\"xyz\":[]}}")
                .put("/api/v1/admin/hours")
                .then()
                .statusCode(400)
                .body("errors.at", hasItem("zone"))
                .body("errors.at", hasItem("week.mon"))
                .body("errors.at", hasItem("week.xyz"));
        admin().body(
                        "{\"zone\":\"Europe/London\",\"always\":true,\"week\":{\"mon\":[{\"from\":\"08:00\",\"to\":\"20:00\"}]}}")
                .put("/api/v1/admin/hours")
                .then()
                .statusCode(200)
                .body("openNow", equalTo(true))
                .body("week.mon[0].from", equalTo("08:00:00"));
        admin().body("{\"name\":\"Billing\",\"intents\":[\"bill_explain\"]}")
                .put("/api/v1/admin/skills/billing")
                .then()
                .statusCode(200);
        admin().body("{\"labels\":{\"en\":\"Sold\"},\"order\":9}")
                .put("/api/v1/admin/wrapups/sold")
                .then()
                .statusCode(200);
        SignedIn.as("agent2")
                .get("/api/v1/wrapups")
                .then()
                .body("items.code", hasItem("sold"))
                .body("items.code", hasItem("resolved"));
        admin().delete("/api/v1/admin/wrapups/sold").then().statusCode(204);
        admin().delete("/api/v1/admin/skills/billing").then().statusCode(204);
        admin().delete("/api/v1/admin/skills/billing").then().statusCode(404);
    }
}
