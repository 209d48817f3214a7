package io.attune.channel.rest;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apps tell where they stand. */
@QuarkusTest
class DevicesTest {
    @SuppressWarnings("NullAway.Init")
    private String customer;

    @BeforeEach
    void visit() {
        customer = device();
    }

    @Test
    void are_registered_listed_in_the_export_and_removed() {
        visiting(customer)
                .body("{\"state\":\"background\",\"token\":\"abc\"}")
                .put("/api/v1/me/devices/phone-1")
                .then()
                .statusCode(200)
                .body("device", equalTo("phone-1"))
                .body("state", equalTo("background"));
        visiting(customer).get("/api/v1/me/export").then().body("devices[0].token", equalTo("abc"));
        visiting(customer)
                .body("{\"state\":\"foreground\"}")
                .put("/api/v1/me/devices/phone-1")
                .then()
                .body("state", equalTo("foreground"));
        visiting(customer).get("/api/v1/me/export").then().body("devices[0].token", equalTo("abc"));
        visiting(customer).delete("/api/v1/me/devices/phone-1").then().statusCode(204);
        visiting(customer).get("/api/v1/me/export").then().body("devices", empty());
    }

    @Test
    void names_what_is_wrong() {
        String path = "/api/v1/me/devices/phone-1";
        visiting(customer).body("{}").put(path).then().statusCode(400).body("errors[0].at", equalTo("state"));
        visiting(customer)
                .body("{\"state\":\"asleep\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("state"));
        visiting(customer)
                .body("{\"state\":\"background\",\"url\":\"x\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("url"));
        visiting(customer)
                .body("{\"state\":\"background\"}")
                .put("/api/v1/me/devices/a b")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("device"));
        as("agent1").body("{\"state\":\"background\"}").put(path).then().statusCode(403);
    }
}
