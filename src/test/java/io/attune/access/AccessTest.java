package io.attune.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who gets in, and as whom. */
@QuarkusTest
class AccessTest {
    @Inject
    Tickets tickets;

    @Inject
    Identities identities;

    private static ValidatableResponse ticket(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/tickets")
                .then();
    }

    private static String visitor(Map<String, ?> body) {
        return ticket(body).statusCode(200).extract().path("visitor");
    }

    private static ValidatableResponse signIn(String user, String password) {
        return given().contentType("application/json")
                .body(Map.of("user", user, "password", password))
                .post("/api/v1/sessions")
                .then();
    }

    private static String token(String user) {
        return signIn(user, "demo").statusCode(200).extract().path("token");
    }

    private static ValidatableResponse probe(String path, String authorization) {
        return given().header("Authorization", authorization)
                .get("/probe/" + path)
                .then();
    }

    private static String customerOf(String visitor) {
        return probe("customer", "Visitor " + visitor).statusCode(200).extract().path("customer");
    }

    @Test
    void gives_a_stranger_a_ticket_and_a_secret() {
        var answer = ticket(Map.of("site", "demo")).statusCode(200).body("expiresInMs", equalTo(30000));
        String visitor = answer.extract().path("visitor");
        assertThat(visitor).hasSizeGreaterThanOrEqualTo(43);
        assertThat(customerOf(visitor)).startsWith("anon-").hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void knows_a_device_again() {
        String first = visitor(Map.of("site", "demo"));
        String second = visitor(Map.of("site", "demo", "visitor", first));
        assertThat(second).isEqualTo(first);
        assertThat(visitor(Map.of("site", "demo"))).isNotEqualTo(first);
    }

    @Test
    void does_not_let_a_device_choose_its_secret() {
        assertThat(visitor(Map.of("site", "demo", "visitor", "mine"))).isNotEqualTo("mine");
    }

    @Test
    void needs_a_site_that_exists() {
        ticket(Map.of("site", "elsewhere")).statusCode(400).body("errors[0].at", equalTo("site"));
        ticket(Map.of()).statusCode(400).body("errors[0].at", equalTo("site"));
        given().contentType("application/json").post("/api/v1/tickets").then().statusCode(400);
    }

    @Test
    void refuses_an_unknown_field() {
        ticket(Map.of("site", "demo", "vistor", "x")).statusCode(400).body("errors[0].at", equalTo("vistor"));
    }

    @Test
    void refuses_a_foreign_origin() {
        given().header("Origin", "https://evil.example")
                .contentType("application/json")
                .body(Map.of("site", "demo"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(403);
        given().header("Origin", "http://localhost:8105")
                .contentType("application/json")
                .body(Map.of("site", "demo"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200);
    }

    @Test
    void lets_the_sites_pages_call_from_their_origin_and_no_others() {
        given().header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/tickets")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "http://localhost:3000")
                .header("Access-Control-Allow-Credentials", org.hamcrest.Matchers.nullValue())
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/tickets")
                .then()
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void lets_one_of_many_use_a_ticket() throws Exception {
        String ticket = ticket(Map.of("site", "demo")).extract().path("ticket");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> tickets.takeChat(ticket).isPresent()))
                    .toList();
            int winners = 0;
            for (var one : tries) {
                winners += one.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(tickets.takeChat(ticket)).isEmpty();
    }

    @Test
    void keeps_the_kinds_of_tickets_apart() {
        String desk = tickets.forDesk(new Tickets.Desk("agent1", Roles.AGENT));
        assertThat(tickets.takeChat(desk)).isEmpty();
        String again = tickets.forDesk(new Tickets.Desk("agent1", Roles.AGENT));
        assertThat(tickets.takeDesk(again)).contains(new Tickets.Desk("agent1", Roles.AGENT));
    }

    @Test
    void links_a_device_to_the_customer_who_signs_in() {
        String device = visitor(Map.of("site", "demo"));
        String anonymous = customerOf(device);
        var answer = ticket(Map.of("site", "demo", "visitor", device, "identity", identities.demo("c-linked")))
                .statusCode(200)
                .body("visitor", equalTo(device));
        probe("customer", "Visitor " + device)
                .body("customer", equalTo("c-linked"))
                .body("anonymous", equalTo(anonymous));
        var chat = tickets.takeChat(answer.extract().path("ticket")).orElseThrow();
        assertThat(chat.site()).isEqualTo("demo");
        assertThat(chat.caller().owns("c-linked")).isTrue();
        assertThat(chat.caller().owns(anonymous)).isTrue();
        assertThat(chat.caller().owns("c-other")).isFalse();
    }

    @Test
    void never_moves_a_device_from_one_customer_to_another() {
        String device = visitor(Map.of("site", "demo", "identity", identities.demo("c-first")));
        String other = visitor(Map.of("site", "demo", "visitor", device, "identity", identities.demo("c-second")));
        assertThat(other).isNotEqualTo(device);
        assertThat(customerOf(other)).isEqualTo("c-second");
        assertThat(customerOf(device)).isEqualTo("c-first");
    }

    @Test
    void takes_a_signed_identity_as_a_bearer() {
        probe("customer", "Bearer " + identities.demo("c-bearer"))
                .statusCode(200)
                .body("customer", equalTo("c-bearer"));
        probe("agent", "Bearer " + identities.demo("agent1")).statusCode(403);
    }

    @Test
    void refuses_a_forged_identity() {
        ticket(Map.of("site", "demo", "identity", "a.b.c"))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("identity"));
        probe("customer", "Bearer a.b.c").statusCode(401);
    }

    @Test
    void gives_each_demo_account_its_role_and_no_other() {
        var roles = Map.of(
                "agent1",
                "agent",
                "agent2",
                "agent",
                "supervisor",
                "supervisor",
                "admin",
                "admin",
                "integration",
                "integration");
        roles.forEach((user, role) -> {
            String bearer = "Bearer " + token(user);
            for (String path : List.of("agent", "supervisor", "admin", "integration", "customer")) {
                probe(path, bearer).statusCode(path.equals(role) ? 200 : 403);
            }
        });
        String visitor = "Visitor " + visitor(Map.of("site", "demo"));
        for (String path : List.of("agent", "supervisor", "admin", "integration")) {
            probe(path, visitor).statusCode(403);
        }
    }

    @Test
    void says_what_a_session_is() {
        signIn("agent2", "demo")
                .statusCode(200)
                .body("role", equalTo("agent"))
                .body("expiresInMs", equalTo(8 * 3600 * 1000));
        signIn("agent2", "wrong").statusCode(401);
        signIn("nobody", "demo").statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/sessions")
                .then()
                .statusCode(400)
                .body("errors.at", equalTo(List.of("user", "password")));
    }

    @Test
    void stops_looking_after_five_wrong_passwords() {
        for (int i = 0; i < 5; i++) {
            signIn("guessed", "guess" + i).statusCode(401);
        }
        var refused = signIn("guessed", "guess6").statusCode(429);
        int wait = refused.extract().path("retryAfterMs");
        assertThat(wait).isBetween(1, 60_000);
        signIn("supervisor", "demo").statusCode(200);
    }
}
