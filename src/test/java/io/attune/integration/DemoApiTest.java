package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.attune.diagnostics.Lines;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo: sample customers, their lines, and being one of them. */
@QuarkusTest
class DemoApiTest {
    @Inject
    Lines lines;

    private static ValidatableResponse putLine(String customer, String body) {
        return as("integration")
                .body(body)
                .put("/api/v1/demo/lines/" + customer)
                .then();
    }

    @Test
    void a_line_that_nobody_set_is_unknown() {
        as("integration")
                .get("/api/v1/demo/lines/nobody")
                .then()
                .statusCode(200)
                .body("isEmpty()", equalTo(true));
    }

    @Test
    void replaces_the_fields_given_and_tests_tell_them() {
        putLine("l-1", """
                {"sync":"ok","downstreamMbps":38,"planMbps":500,"wifiBand":"2.4","routerReachable":true,
                 "outage":{"id":"area-7","eta":"2026-03-01T18:00:00Z"}}""").statusCode(200);
        putLine("l-1", "{\"downstreamMbps\":420.5,\"outage\":null}")
                .statusCode(200)
                .body("sync", equalTo("ok"))
                .body("outage", nullValue());
        var diagnosis = lines.examine("l-1").toCompletableFuture().join();
        assertThat(diagnosis.value("line.downstreamMbps")).contains("420.5");
        assertThat(diagnosis.value("line.planMbps")).contains("500");
        assertThat(diagnosis.value("outage.area")).contains("none");
        assertThat(diagnosis.value("line.errors")).isEmpty();
        putLine("l-1", "{\"downstreamMbps\":7}").statusCode(200);
        assertThat(lines.now("l-1").facts()).isEmpty();
    }

    @Test
    void tells_an_outage_with_its_end() {
        putLine("l-2", "{\"outage\":{\"id\":\"area-7\",\"eta\":\"2026-03-01T18:00:00Z\"}}")
                .statusCode(200);
        var diagnosis = lines.examine("l-2").toCompletableFuture().join();
        assertThat(diagnosis.value("outage.area")).contains("area-7");
        assertThat(diagnosis.value("outage.eta")).contains("2026-03-01T18:00:00Z");
    }

    @Test
    void a_failing_or_unset_line_is_unknown() {
        putLine("l-3", "{\"sync\":\"ok\",\"fail\":true,\"delayMs\":20}").statusCode(200);
        assertThat(lines.examine("l-3").toCompletableFuture().join().facts()).isEmpty();
        assertThat(lines.examine("l-never").toCompletableFuture().join().facts())
                .isEmpty();
    }

    @Test
    void names_what_is_wrong_with_a_line() {
        putLine("l-4", "{\"snyc\":\"ok\"}").statusCode(400).body("errors[0].at", equalTo("snyc"));
        putLine("l-4", "{\"sync\":\"meh\"}")
                .statusCode(400)
                .body("errors[0].at", equalTo("sync"))
                .body("errors[0].detail", containsString("ok, down"));
        putLine("l-4", "{\"wifiBand\":\"7\",\"delayMs\":-1,\"drops24h\":-2}")
                .statusCode(400)
                .body("errors.at", equalTo(List.of("drops24h", "wifiBand", "delayMs")));
        putLine("l-4", "{\"outage\":{}}").statusCode(400).body("errors[0].at", equalTo("outage.id"));
        putLine("l-4", "[]").statusCode(400);
    }

    @Test
    void lists_the_sample_customers_to_everybody() {
        given().get("/api/v1/demo/customers")
                .then()
                .statusCode(200)
                .body("id", hasItems("maria", "tom", "grace", "luis", "anna"))
                .body("findAll{!it.story || !it.name}", hasSize(0));
    }

    @Test
    void sample_customers_come_with_profile_line_and_history() {
        as("integration")
                .get("/api/v1/customers/anna")
                .then()
                .statusCode(200)
                .body("clv", equalTo("high"))
                .body("history.findAll{it.intent=='internet_slow' && !it.remedy}", hasSize(4))
                .body("history.find{it.remedy}.outcome", equalTo("failed"));
        as("integration").get("/api/v1/customers/grace").then().body("vulnerable", equalTo(true));
        as("integration")
                .get("/api/v1/demo/lines/tom")
                .then()
                .body("errors", equalTo("high"))
                .body("drops24h", equalTo(4));
    }

    @Test
    void signs_in_as_a_sample_customer() {
        String identity = as("integration")
                .body(Map.of("customer", "maria"))
                .post("/api/v1/demo/identities")
                .then()
                .statusCode(200)
                .extract()
                .path("identity");
        given().header("Authorization", "Bearer " + identity)
                .get("/api/v1/me/export")
                .then()
                .statusCode(200)
                .body("customer", equalTo("maria"))
                .body("file.profile.nickname", equalTo("Maria"));
        as("integration").body("{}").post("/api/v1/demo/identities").then().statusCode(400);
    }

    @Test
    void is_for_systems_and_administrators() {
        as("admin").get("/api/v1/demo/lines/maria").then().statusCode(200);
        for (String user : List.of("agent1", "supervisor")) {
            as(user).get("/api/v1/demo/lines/maria").then().statusCode(403);
            as(user).body("{}").put("/api/v1/demo/lines/maria").then().statusCode(403);
            as(user).body("{\"customer\":\"maria\"}")
                    .post("/api/v1/demo/identities")
                    .then()
                    .statusCode(403);
        }
        visiting(device()).get("/api/v1/demo/lines/maria").then().statusCode(403);
        given().get("/api/v1/demo/lines/maria").then().statusCode(401);
    }

    @Test
    void understands_a_text_and_stores_nothing() {
        as("integration")
                .body("{\"text\":\"my internet is so slow tonight\"}")
                .post("/api/v1/understand")
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("intent", equalTo("internet_slow"))
                .body("ranking[0].intent", equalTo("internet_slow"))
                .body("mood.frustration", org.hamcrest.Matchers.notNullValue());
        as("agent1")
                .body("{\"text\":\"\"}")
                .post("/api/v1/understand")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("text"));
        as("agent1")
                .body("{\"text\":\"a\",\"language\":\"xx\"}")
                .post("/api/v1/understand")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("language"));
        visiting(device())
                .body("{\"text\":\"a\"}")
                .post("/api/v1/understand")
                .then()
                .statusCode(403);
    }
}
