package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The switch that freezes what is kept of a customer. */
@QuarkusTest
class RestrictionApiTest {
    private static ValidatableResponse put(String user, String id, String body) {
        return as(user).body(body)
                .put("/api/v1/customers/" + id + "/restriction")
                .then();
    }

    private static void customer(String id) {
        as("integration")
                .body("{\"name\":\"Gil\",\"plan\":\"Fibre 500\"}")
                .put("/api/v1/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static String deviceOf(String id) {
        String identity = as("integration")
                .body(Map.of("customer", id))
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        return given().contentType("application/json")
                .body(Map.of("site", "demo", "identity", identity))
                .post("/api/v1/tickets")
                .then()
                .extract()
                .path("visitor");
    }

    private static String greeting(String device) {
        String conv = visiting(device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        return visiting(device)
                .get("/api/v1/conversations/" + conv + "/events")
                .then()
                .extract()
                .path("events[0].content.text");
    }

    @Test
    void the_bot_no_longer_knows_the_customer_and_people_are_shown_why() {
        customer("r-1");
        String device = deviceOf("r-1");
        assertThat(greeting(device)).contains("Gil");
        put("supervisor", "r-1", "{\"restricted\":true,\"reason\":\"contests the plan\"}")
                .statusCode(200)
                .body("restricted", equalTo(true))
                .body("restriction.reason", equalTo("contests the plan"))
                .body("restriction.by", equalTo("supervisor"))
                .body("restriction.since", notNullValue());
        assertThat(greeting(device)).doesNotContain("Gil").contains("automated assistant");
        as("agent1")
                .get("/api/v1/customers/r-1")
                .then()
                .body("name", equalTo("Gil"))
                .body("restriction.reason", equalTo("contests the plan"));
        visiting(device).get("/api/v1/me/export").then().body("file.restriction.reason", equalTo("contests the plan"));
        visiting(device).get("/api/v1/me/consents").then().body("service", equalTo(true));
        put("admin", "r-1", "{\"restricted\":false}")
                .statusCode(200)
                .body("restricted", equalTo(false))
                .body("restriction", nullValue());
        assertThat(greeting(device)).contains("Gil");
        as("admin").get("/api/v1/audit?customer=r-1").then().body("lines.action", hasItem("restriction.changed"));
    }

    @Test
    void names_what_is_wrong() {
        customer("r-2");
        put("admin", "r-2", "{}").statusCode(400).body("errors[0].at", equalTo("restricted"));
        put("admin", "r-2", "{\"restricted\":true}").statusCode(400).body("errors[0].at", equalTo("reason"));
        put("admin", "r-2", "{\"restricted\":true,\"reason\":\"" + "x".repeat(201) + "\"}")
                .statusCode(400)
                .body("errors[0].at", equalTo("reason"));
        put("admin", "r-2", "{\"restricted\":true,\"reason\":\"x\",\"until\":1}")
                .statusCode(400);
        put("admin", "nobody-here", "{\"restricted\":true,\"reason\":\"x\"}").statusCode(404);
        put("agent1", "r-2", "{\"restricted\":true,\"reason\":\"x\"}").statusCode(403);
        put("integration", "r-2", "{\"restricted\":true,\"reason\":\"x\"}").statusCode(403);
    }
}
