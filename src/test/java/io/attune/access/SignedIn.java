package io.attune.access;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Requests of somebody who is signed in, for tests. */
public final class SignedIn {
    private SignedIn() {}

    /** An operator of the demo, such as {@code agent1}. */
    public static RequestSpecification as(String user) {
        String token = given().contentType("application/json")
                .body(Map.of("user", user, "password", "demo"))
                .post("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        return bearing("Bearer " + token);
    }

    /** A new anonymous device. */
    public static String device() {
        return given().contentType("application/json")
                .body(Map.of("site", "demo"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("visitor");
    }

    public static RequestSpecification visiting(String device) {
        return bearing("Visitor " + device);
    }

    private static RequestSpecification bearing(String authorization) {
        return given().contentType("application/json").header("Authorization", authorization);
    }
}
