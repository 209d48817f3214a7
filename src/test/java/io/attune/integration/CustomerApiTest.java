package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Profiles and history, in from other systems and out again. */
@QuarkusTest
class CustomerApiTest {
    private static ValidatableResponse put(String id, String body) {
        return as("integration").body(body).put("/api/v1/customers/" + id).then();
    }

    private static ValidatableResponse importHistory(String id, String body) {
        return as("integration")
                .body(body)
                .post("/api/v1/customers/" + id + "/history")
                .then();
    }

    @Test
    void replaces_the_fields_given_and_keeps_the_others() {
        put("c-1", """
                {"name":"Ana","locale":"en-GB","tz":"Europe/London","birthday":"1980-02-29","plan":"Fibre 500",
                 "tenureMonths":40,"clv":"high","churn":0.4,"circumstances":{"worksFromHome":true},"vulnerable":false,
                 "identities":[{"channel":"email","value":"ana@example.net","verified":true},
                               {"channel":"app","value":"ana"}]}""").statusCode(200);
        put("c-1", "{\"plan\":\"Fibre 900\",\"clv\":\"low\",\"tz\":null}").statusCode(200);
        as("agent1")
                .get("/api/v1/customers/c-1")
                .then()
                .statusCode(200)
                .body("id", equalTo("c-1"))
                .body("name", equalTo("Ana"))
                .body("birthday", equalTo("1980-02-29"))
                .body("plan", equalTo("Fibre 900"))
                .body("clv", equalTo("low"))
                .body("churn.toDouble()", closeTo(0.4, 1e-9))
                .body("tz", nullValue())
                .body("circumstances.worksFromHome", equalTo(true))
                .body("identities", hasSize(2))
                .body("identities.find{it.channel=='app'}.verified", equalTo(false))
                .body("consents.service", equalTo(true))
                .body("estimates.aptitude.band", equalTo("unknown"))
                .body("estimates.aptitude.evidence", hasSize(0))
                .body("estimates.enthusiasm.mean.toDouble()", closeTo(0.55, 0.05));
    }

    @Test
    void says_everything_that_is_wrong_at_once() {
        put("c-2", """
                        {"locale":"no locale","tz":"Mars/Olympus","tenureMonths":-1,"churn":1.5,
                         "identities":[{"channel":"","value":"x"}]}""")
                .statusCode(400)
                .body("errors.at", equalTo(List.of("locale", "tz", "tenureMonths", "churn", "identities[0].channel")));
        as("integration").get("/api/v1/customers/c-2").then().statusCode(404);
    }

    @Test
    void names_the_field_that_is_unknown_or_of_another_type() {
        put("c-3", "{\"nmae\":\"Ana\"}").statusCode(400).body("errors[0].at", equalTo("nmae"));
        put("c-3", "{\"clv\":\"huge\"}")
                .statusCode(400)
                .body("errors[0].at", equalTo("clv"))
                .body("errors[0].detail", containsString("low, medium, high"));
        put("c-3", "{\"tenureMonths\":\"long\"}").statusCode(400).body("errors[0].at", equalTo("tenureMonths"));
        put("c-3", "{\"identities\":[{\"chanel\":\"a\",\"value\":\"b\"}]}")
                .statusCode(400)
                .body("errors[0].at", equalTo("identities[0].chanel"));
        put("c-3", "{\"circumstances\":[]}").statusCode(400).body("errors[0].at", equalTo("circumstances"));
        put("c-3", "{\"birthday\":\"yesterday\"}").statusCode(400).body("errors[0].at", equalTo("birthday"));
        put("c-3", "").statusCode(400);
        put("no%20id", "{\"name\":\"Ana\"}").statusCode(400).body("errors[0].at", equalTo("id"));
    }

    @Test
    void imports_past_queries_once() {
        String history = """
                [{"at":"2026-01-10T09:00:00Z","channel":"phone","intent":"internet_slow"},
                 {"at":"2026-01-11T09:00:00+01:00","channel":"web","intent":"internet_slow",
                  "remedy":"internet-slow/restart-router","outcome":"came_back"}]""";
        importHistory("c-4", history).statusCode(200).body("added", equalTo(2));
        importHistory("c-4", history).statusCode(200).body("added", equalTo(0));
        as("integration")
                .get("/api/v1/customers/c-4")
                .then()
                .statusCode(200)
                .body("history", hasSize(2))
                .body("history[0].outcome", equalTo("came_back"))
                .body("history[0].at", equalTo("2026-01-11T08:00:00Z"))
                .body("history[1]", not(containsString("remedy")));
    }

    @Test
    void says_which_entry_of_an_import_is_wrong_and_imports_none() {
        importHistory("c-5", """
                        [{"at":"2026-01-10T09:00:00Z","channel":"phone","intent":"internet_slow"},
                         {"channel":"phone","intent":""},
                         {"at":"2126-01-10T09:00:00Z","channel":"phone","intent":"x"}, null]""")
                .statusCode(400)
                .body("errors.at", equalTo(List.of("[1].at", "[1].intent", "[2].at", "[3]")));
        importHistory(
                        "c-5",
                        "[{\"at\":\"2026-01-10T09:00:00Z\",\"channel\":\"a\",\"intent\":\"b\",\"outcome\":\"ok\"}]")
                .statusCode(400)
                .body("errors[0].at", equalTo("[0].outcome"))
                .body("errors[0].detail", containsString("came_back"));
        importHistory("c-5", "{}").statusCode(400);
        as("integration").get("/api/v1/customers/c-5").then().statusCode(404);
    }

    @Test
    void is_written_by_systems_and_read_by_agents() {
        put("c-6", "{\"name\":\"Ana\"}").statusCode(200);
        for (String reader : List.of("agent1", "supervisor", "admin", "integration")) {
            as(reader).get("/api/v1/customers/c-6").then().statusCode(200);
        }
        for (String user : List.of("agent1", "supervisor")) {
            as(user).body("{\"name\":\"B\"}")
                    .put("/api/v1/customers/c-6")
                    .then()
                    .statusCode(403);
            as(user).body("[]").post("/api/v1/customers/c-6/history").then().statusCode(403);
        }
        visiting(device()).get("/api/v1/customers/c-6").then().statusCode(403);
        given().get("/api/v1/customers/c-6").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .put("/api/v1/customers/c-6")
                .then()
                .statusCode(401);
    }

    @Test
    void agents_see_what_the_customer_lets_them() {
        put("c-7", "{\"name\":\"Ana\",\"plan\":\"Fibre 100\",\"clv\":\"high\"}").statusCode(200);
        String jwt = as("integration")
                .body("{\"customer\":\"c-7\"}")
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        given().contentType("application/json")
                .header("Authorization", "Bearer " + jwt)
                .body("{\"personalisation\":false}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        as("agent1")
                .get("/api/v1/customers/c-7")
                .then()
                .body("plan", equalTo("Fibre 100"))
                .body("clv", nullValue())
                .body("values.clv", nullValue())
                .body("name", nullValue());
        as("integration").get("/api/v1/customers/c-7").then().body("clv", equalTo("high"));
    }

    @Test
    void each_value_has_its_source_time_confidence_and_purpose() {
        put("c-8", """
                {"churn":0.4,"plan":"Fibre 100","circumstances":{"likesOffers":true},
                 "origins":{"churn":{"source":"churn-model-7","at":"2026-01-01T00:00:00Z","confidence":0.7},
                            "circumstances.likesOffers":{"purpose":"marketing"}}}""")
                .statusCode(200)
                .body("values.churn.source", equalTo("churn-model-7"))
                .body("values.churn.at", equalTo("2026-01-01T00:00:00Z"))
                .body("values.churn.purpose", equalTo("personalisation"))
                .body("values.plan.source", equalTo("integration"))
                .body("values.'circumstances.likesOffers'.purpose", equalTo("marketing"));
        put("c-8", """
                        {"origins":{"clv":{"purpose":"service"},"nmae":{},"churn":{"confidence":2,"source":"customer"}}}""").statusCode(400);
    }

    @Test
    void takes_in_a_table() {
        as("integration")
                .config(io.restassured.config.RestAssuredConfig.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.TEXT)))
                .contentType("text/csv")
                .body("id,name,clv\nt-1,Ana,high\nt-2,Ben,huge\n")
                .post("/api/v1/imports/customers")
                .then()
                .statusCode(200)
                .body("taken", equalTo(1))
                .body("refused", equalTo(1))
                .body("errors[0].at", equalTo("line 3.clv"));
        as("agent1").get("/api/v1/customers/t-1").then().body("name", equalTo("Ana"));
    }

    @Test
    void what_the_customer_corrects_stays_corrected() {
        put("c-9", "{\"household\":\"four\",\"churn\":0.9}").statusCode(200);
        String jwt = as("integration")
                .body("{\"customer\":\"c-9\"}")
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        given().contentType("application/json")
                .header("Authorization", "Bearer " + jwt)
                .body("{\"household\":\"alone\",\"churn\":null}")
                .put("/api/v1/me/profile")
                .then()
                .statusCode(200)
                .body("household.source", equalTo("customer"));
        put("c-9", "{\"household\":\"five\",\"churn\":0.8}")
                .body("household", equalTo("alone"))
                .body("churn", nullValue());
        given().contentType("application/json")
                .header("Authorization", "Bearer " + jwt)
                .body("{\"clv\":\"high\",\"plan\":\"Free\"}")
                .put("/api/v1/me/profile")
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
    }
}
