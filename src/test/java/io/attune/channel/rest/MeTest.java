package io.attune.channel.rest;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a customer decides on, and sees of themselves. */
@QuarkusTest
class MeTest {
    @Test
    void starts_with_no_preferences_and_keeps_what_is_given() {
        String device = device();
        visiting(device).get("/api/v1/me/preferences").then().statusCode(200).body("isEmpty()", equalTo(true));
        visiting(device).body("""
                        {"detail":"simple","language":"es","nickname":"Lu","quietHours":{"from":"22:00","to":"07:30"}}""").put("/api/v1/me/preferences").then().statusCode(200);
        visiting(device)
                .body("{\"language\":null,\"channel\":\"whatsapp\"}")
                .put("/api/v1/me/preferences")
                .then()
                .statusCode(200);
        visiting(device)
                .get("/api/v1/me/preferences")
                .then()
                .body("detail", equalTo("simple"))
                .body("nickname", equalTo("Lu"))
                .body("language", nullValue())
                .body("channel", equalTo("whatsapp"))
                .body("quietHours.from", equalTo("22:00"))
                .body("quietHours.to", equalTo("07:30"));
    }

    @Test
    void names_what_is_wrong_with_a_preference() {
        refuses("{\"detail\":\"genius\"}", "detail", "simple, standard, expert");
        refuses("{\"language\":\"xx\"}", "language", "en, es, fr, de");
        refuses("{\"quietHours\":{\"from\":\"22:00\"}}", "quietHours", "from and to");
        refuses("{\"quietHours\":{\"from\":\"late\",\"to\":\"07:00\"}}", "quietHours.from", "");
        refuses("{\"nickname\":\"\"}", "nickname", "1 to 80");
        refuses("{\"nicname\":\"x\"}", "nicname", "unknown field");
        refuses("[]", "body", "an object");
    }

    private static void refuses(String body, String at, String detail) {
        visiting(device())
                .body(body)
                .put("/api/v1/me/preferences")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].at", equalTo(at))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void asks_for_a_yes_where_one_is_needed() {
        String device = device();
        visiting(device)
                .get("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body("service", equalTo(true))
                .body("personalisation", equalTo(true))
                .body("proactive", equalTo(false))
                .body("marketing", equalTo(false))
                .body("improvement", equalTo(false));
        visiting(device)
                .body("{\"personalisation\":false,\"proactive\":true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body("personalisation", equalTo(false))
                .body("proactive", equalTo(true))
                .body("service", equalTo(true));
        visiting(device)
                .body("{\"profiling\":false}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("profiling"));
        visiting(device)
                .body("{\"service\":\"no\"}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("service"));
    }

    @Test
    void exports_everything_under_the_customers_id() {
        String device = device();
        visiting(device).get("/api/v1/me/export").then().statusCode(200).body("customer", startsWith("anon-"));
        visiting(device)
                .body("{\"nickname\":\"Bo\"}")
                .put("/api/v1/me/preferences")
                .then()
                .statusCode(200);
        visiting(device)
                .get("/api/v1/me/export")
                .then()
                .body("file.settings.preferences.nickname", equalTo("Bo"))
                .body("file.estimates", hasSize(0))
                .body("file.createdAt", notNullValue());
    }

    @Test
    void forgets_the_customer_and_every_device() {
        as("integration")
                .body("{\"name\":\"Fay\"}")
                .put("/api/v1/customers/fay")
                .then()
                .statusCode(200);
        String identity = as("integration")
                .body("{\"customer\":\"fay\"}")
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        String device = given().contentType("application/json")
                .body(Map.of("site", "demo", "identity", identity))
                .post("/api/v1/tickets")
                .then()
                .extract()
                .path("visitor");
        visiting(device).get("/api/v1/me/export").then().body("file.profile.name", equalTo("Fay"));
        visiting(device).delete("/api/v1/me").then().statusCode(204);
        visiting(device).get("/api/v1/me/export").then().statusCode(401);
        as("integration").get("/api/v1/customers/fay").then().statusCode(404);
    }

    @Test
    void is_for_customers_alone() {
        for (String path : new String[] {"preferences", "consents", "export"}) {
            given().get("/api/v1/me/" + path).then().statusCode(401);
            as("agent1").get("/api/v1/me/" + path).then().statusCode(403);
            as("integration").get("/api/v1/me/" + path).then().statusCode(403);
        }
        given().delete("/api/v1/me").then().statusCode(401);
        as("admin").delete("/api/v1/me").then().statusCode(403);
    }
}
