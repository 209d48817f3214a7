package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two ids become one person, and two again. */
@QuarkusTest
class MergeApiTest {
    private static void put(String id, String body) {
        as("integration").body(body).put("/api/v1/customers/" + id).then().statusCode(200);
    }

    private static void query(String id, String at) {
        as("integration")
                .body("[{\"at\":\"" + at + "\",\"channel\":\"phone\",\"intent\":\"internet_slow\"}]")
                .post("/api/v1/customers/" + id + "/history")
                .then()
                .statusCode(200);
    }

    @Test
    void is_undone_exactly_with_what_was_written_in_between() {
        put("mg-a", "{\"name\":\"Ana\",\"plan\":\"Fibre 100\"}");
        put("mg-b", "{\"plan\":\"Fibre 500\",\"circumstances\":{\"floor\":3}}");
        query("mg-a", "2026-01-01T10:00:00Z");
        query("mg-b", "2026-01-02T10:00:00Z");
        String merge = as("integration")
                .body("{\"with\":\"mg-b\"}")
                .post("/api/v1/customers/mg-a/merge")
                .then()
                .statusCode(200)
                .body("customer", equalTo("mg-a"))
                .body("with", equalTo("mg-b"))
                .body("by", equalTo("integration"))
                .extract()
                .path("merge");
        as("agent1")
                .get("/api/v1/customers/mg-b")
                .then()
                .body("name", equalTo("Ana"))
                .body("plan", equalTo("Fibre 500"))
                .body("circumstances.floor", equalTo(3))
                .body("ids", containsInAnyOrder("mg-a", "mg-b"))
                .body("history", hasSize(2));
        put("mg-a", "{\"nickname\":\"An\"}");
        put("mg-b", "{\"name\":\"Ben\"}");
        query("mg-b", "2026-01-03T10:00:00Z");
        as("integration")
                .body(Map.of("merge", merge))
                .post("/api/v1/customers/mg-b/unmerge")
                .then()
                .statusCode(200)
                .body("undoneAt", notNullValue());
        as("agent1")
                .get("/api/v1/customers/mg-a")
                .then()
                .body("name", equalTo("Ana"))
                .body("nickname", equalTo("An"))
                .body("plan", equalTo("Fibre 100"))
                .body("circumstances", nullValue())
                .body("history", hasSize(1));
        as("agent1")
                .get("/api/v1/customers/mg-b")
                .then()
                .body("name", equalTo("Ben"))
                .body("nickname", nullValue())
                .body("history", hasSize(2));
    }

    @Test
    void says_what_is_wrong() {
        put("mg-c", "{\"name\":\"Ana\"}");
        var merge = "/api/v1/customers/mg-c/merge";
        as("integration").body("{}").post(merge).then().statusCode(400).body("errors[0].at", equalTo("with"));
        as("integration")
                .body("{\"with\":\"mg-c\"}")
                .post(merge)
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("is the same customer"));
        as("integration").body("{\"with\":\"mg-nobody\"}").post(merge).then().statusCode(404);
        as("integration")
                .body("{\"to\":\"x\"}")
                .post(merge)
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("to"));
        as("agent1").body("{\"with\":\"mg-b\"}").post(merge).then().statusCode(403);
        as("integration")
                .body("{\"merge\":\"none\"}")
                .post("/api/v1/customers/mg-c/unmerge")
                .then()
                .statusCode(404);
    }

    @Test
    void a_chat_begun_without_a_name_goes_on_after_the_sign_in() {
        put("mg-d", "{\"name\":\"Dora\",\"locale\":\"en-GB\"}");
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
        String jwt = as("integration")
                .body(Map.of("customer", "mg-d"))
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        given().contentType("application/json")
                .body(Map.of("site", "demo", "visitor", device, "identity", jwt))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .body("visitor", equalTo(device));
        visiting(device).get("/api/v1/conversations/" + conv + "/events").then().statusCode(200);
        as("agent1")
                .get("/api/v1/customers/mg-d")
                .then()
                .body("ids", hasSize(2))
                .body("merges.by", hasItem("sign-in"));
    }

    @Test
    void a_device_without_a_name_gets_nothing_of_whom_it_was_taken_for() {
        put("mg-e", "{\"name\":\"Eve\"}");
        String device = given().contentType("application/json")
                .body(Map.of("site", "demo"))
                .post("/api/v1/tickets")
                .then()
                .extract()
                .path("visitor");
        String anonymous =
                visiting(device).get("/api/v1/me/export").then().extract().path("customer");
        put(anonymous, "{\"plan\":\"x\"}");
        as("integration")
                .body(Map.of("with", anonymous))
                .post("/api/v1/customers/mg-e/merge")
                .then()
                .statusCode(200);
        visiting(device)
                .get("/api/v1/me/export")
                .then()
                .body("file.profile.name", nullValue())
                .body("also", nullValue());
        visiting(device).get("/api/v1/me/profile").then().body("name", nullValue());
        visiting(device).delete("/api/v1/me").then().statusCode(204);
        as("agent1").get("/api/v1/customers/mg-e").then().body("name", equalTo("Eve"));
    }
}
