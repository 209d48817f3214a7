package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events of other systems: taken in once, in whole or not at all, and known in the next turn. */
@QuarkusTest
class EventsApiTest {
    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private static ValidatableResponse send(String type, String body) {
        return as("integration")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(ONE, ContentType.TEXT)
                                .encodeContentTypeAs(BATCH, ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post("/api/v1/events")
                .then();
    }

    private static String event(String id, String type, String time, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/network","type":"net.example.%s","time":"%s","data":%s}""".formatted(id, type, time, data);
    }

    private static ValidatableResponse put(String id, String body) {
        return as("integration")
                .body(body)
                .put("/api/v1/customers/" + id)
                .then()
                .statusCode(200);
    }

    /** The first words of a new conversation. */
    private static ValidatableResponse greeted(String customer) {
        String jwt = as("integration")
                .body(Map.of("customer", customer))
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        String conv = given().contentType("application/json")
                .header("Authorization", "Bearer " + jwt)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        return given().header("Authorization", "Bearer " + jwt)
                .get("/api/v1/conversations/" + conv + "/events")
                .then()
                .statusCode(200);
    }

    @Test
    void an_outage_is_told_to_those_who_live_there_until_it_is_over() {
        put("ev-1", "{\"locale\":\"en-GB\",\"circumstances\":{\"area\":\"ev-1010\"}}");
        put("ev-2", "{\"locale\":\"en-GB\",\"circumstances\":{\"area\":\"ev-2020\"}}");
        String started = event(
                "o1",
                "outage.started",
                "2026-03-01T10:00:00Z",
                "{\"id\":\"OUT-1\",\"areas\":[\"ev-1010\"],\"customers\":[\"ev-3\"]}");
        send(ONE, started).statusCode(200).body("results.result", equalTo(List.of("applied")));
        send(ONE, started).statusCode(200).body("results.result", equalTo(List.of("duplicate")));
        greeted("ev-1").body("events.content.text", hasItem(containsString("outage")));
        greeted("ev-3").body("events.content.text", hasItem(containsString("outage")));
        greeted("ev-2").body("events.content.text", everyItem(not(containsString("outage"))));
        send(ONE, event("o3", "outage.ended", "2026-03-01T12:00:00Z", "{\"id\":\"OUT-1\"}"))
                .statusCode(200);
        greeted("ev-1").body("events.content.text", everyItem(not(containsString("outage"))));
        // Late: what it says was overtaken.
        send(
                        ONE,
                        event(
                                "o2",
                                "outage.updated",
                                "2026-03-01T11:00:00Z",
                                "{\"id\":\"OUT-1\",\"areas\":[\"ev-1010\"],\"eta\":\"2026-03-01T15:00:00Z\"}"))
                .statusCode(200);
        greeted("ev-1").body("events.content.text", everyItem(not(containsString("outage"))));
    }

    @Test
    void a_batch_with_a_fault_is_refused_whole_and_says_where() {
        String good = event(
                "b1", "customer.changed", "2026-03-01T10:00:00Z", "{\"customer\":\"ev-4\",\"plan\":\"Fibre 100\"}");
        String wrong =
                event("b2", "customer.changed", "2026-03-01T10:00:00Z", "{\"customer\":\"ev-4\",\"clv\":\"huge\"}");
        String unknown = event(
                "b3",
                "line.fault",
                "2026-03-01T10:00:00Z",
                "{\"customer\":\"no id\",\"id\":\"f\",\"readings\":{\"sink\":1}}");
        send(BATCH, "[" + good + "," + wrong + "," + unknown + ",7]")
                .statusCode(400)
                .body("errors.at", equalTo(List.of("[1].data.clv", "[2].data.readings.sink", "[3]")));
        as("integration").get("/api/v1/customers/ev-4").then().statusCode(404);
        send(BATCH, "[" + good + "]").statusCode(200).body("results[0].result", equalTo("applied"));
        as("integration")
                .get("/api/v1/customers/ev-4")
                .then()
                .body("plan", equalTo("Fibre 100"))
                .body("values.plan.source", equalTo("/network"))
                .body("values.plan.at", equalTo("2026-03-01T10:00:00Z"));
    }

    @Test
    void a_value_of_yesterday_does_not_replace_one_of_today() {
        send(ONE, event("p1", "customer.changed", "2026-03-02T10:00:00Z", "{\"customer\":\"ev-5\",\"plan\":\"new\"}"))
                .statusCode(200);
        send(
                        ONE,
                        event(
                                "p2",
                                "customer.changed",
                                "2026-03-01T10:00:00Z",
                                "{\"customer\":\"ev-5\",\"plan\":\"old\",\"name\":\"Ana\"}"))
                .statusCode(200);
        as("integration")
                .get("/api/v1/customers/ev-5")
                .then()
                .body("plan", equalTo("new"))
                .body("name", equalTo("Ana"));
    }

    @Test
    void the_order_that_changed_last_is_the_one_talked_about() {
        for (String[] order : new String[][] {
            {"r1", "A-1", "shipped", "2026-03-02T10:00:00Z"}, {"r2", "A-2", "placed", "2026-03-01T10:00:00Z"}
        }) {
            send(
                            ONE,
                            event(
                                    order[0],
                                    "order.changed",
                                    order[3],
                                    "{\"customer\":\"ev-6\",\"id\":\"" + order[1]
                                            + "\",\"what\":\"router\",\"status\":\"" + order[2] + "\"}"))
                    .statusCode(200);
        }
        put("ev-6", "{\"circumstances\":{\"worksFromHome\":true}}");
        as("integration")
                .get("/api/v1/customers/ev-6")
                .then()
                .body("circumstances.order.id", equalTo("A-1"))
                .body("circumstances.order.status", equalTo("shipped"));
    }

    @Test
    void what_nobody_here_knows_is_ignored_and_said_so() {
        send(ONE, event("u1", "weather.changed", "2026-03-01T10:00:00Z", "{}"))
                .statusCode(200)
                .body("results[0].result", equalTo("ignored"))
                .body("results[0].detail", containsString("outage.started"));
    }

    @Test
    void says_what_is_missing_or_wrong_in_an_event() {
        send(ONE, "{\"specversion\":\"0.3\",\"type\":\"\",\"time\":\"soon\",\"data\":7}")
                .statusCode(400)
                .body("errors.at", equalTo(List.of("id", "source", "type", "specversion", "time", "data")));
        send(ONE, "{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"a b\",\"type\":\"t\"}")
                .statusCode(400);
        send(ONE, "not json").statusCode(400);
        send(ONE, "[]").statusCode(400).body("errors.at", equalTo(List.of("body")));
        send(BATCH, "{}").statusCode(400);
        send("application/json", "{}").statusCode(415);
        send(ONE, event("w1", "outage.started", "2026-03-01T10:00:00Z", "{\"id\":\"OUT-9\"}"))
                .statusCode(400)
                .body("errors.at", equalTo(List.of("data.areas")));
        send(ONE, event("w2", "outage.started", "2126-03-01T10:00:00Z", "{\"id\":\"OUT-9\",\"areas\":[\"x\"]}"))
                .statusCode(400)
                .body("errors.at", equalTo(List.of("time")));
        as("agent1").contentType(ONE).post("/api/v1/events").then().statusCode(403);
    }

    @Test
    void a_reported_fault_of_the_line_counts_as_a_reading() {
        send(
                        ONE,
                        event(
                                "f1",
                                "line.fault",
                                "2026-03-01T10:00:00Z",
                                "{\"customer\":\"ev-7\",\"id\":\"F-1\",\"readings\":{\"sync\":\"down\"}}"))
                .statusCode(200);
        put("ev-7", "{\"vulnerable\":true,\"locale\":\"en-GB\"}");
        greeted("ev-7").body("events[0].ev", equalTo("message")).body("events[0].content.text", not(nullValue()));
        greeted("ev-7").body("events", not(hasSize(0)));
    }
}
