package io.attune.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Every way a request can be wrong, as the caller sees it. */
@QuarkusTest
class ProblemTest {
    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/probe/body")
                .then();
    }

    private static ValidatableResponse isProblem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("about:blank"))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    private static void isFaultAt(String body, String at, String detail) {
        isProblem(post(body), 400)
                .body("errors[0].at", equalTo(at))
                .body("errors[0].detail", containsString(detail))
                .body(not(containsString("java")))
                .body(not(containsString("io.attune")));
    }

    @Test
    void names_an_unknown_field_and_the_known_ones() {
        isFaultAt("{\"texxt\":\"hello\"}", "texxt", "known here: at, day, flag, map, number, outcome, parts, text");
    }

    @Test
    void names_an_unknown_field_deep_inside() {
        isFaultAt("{\"parts\":[{\"name\":\"a\"},{\"nam\":\"b\"}]}", "parts[1].nam", "unknown field");
    }

    @Test
    void says_what_type_a_field_takes() {
        isFaultAt("{\"number\":\"many\"}", "number", "a whole number");
        isFaultAt("{\"number\":\"7\"}", "number", "a whole number");
        isFaultAt("{\"number\":7.5}", "number", "a whole number");
        isFaultAt("{\"text\":7}", "text", "a text");
        isFaultAt("{\"text\":{}}", "text", "a text");
        isFaultAt("{\"flag\":\"yes\"}", "flag", "true or false");
        isFaultAt("{\"at\":\"yesterday\"}", "at", "a time such as");
        isFaultAt("{\"day\":\"yesterday\"}", "day", "a date such as");
        isFaultAt("{\"parts\":{}}", "parts", "a list");
        isFaultAt("{\"map\":[]}", "map", "an object");
        isFaultAt("[]", "body", "an object");
    }

    @Test
    void lists_the_words_that_a_field_takes() {
        isFaultAt("{\"outcome\":\"great\"}", "outcome", "worked, failed, refused, not_possible, came_back");
        isFaultAt("{\"parts\":[{\"level\":\"top\"}]}", "parts[0].level", "low, medium, high");
    }

    @Test
    void does_not_repeat_what_was_sent() {
        post("{\"number\":\"my phone is 0151\"}").body(not(containsString("0151")));
        post("{\"text\" my phone is 0151}").body(not(containsString("0151")));
    }

    @Test
    void says_where_the_json_breaks() {
        isFaultAt("{\"text\":\"a\",\n oops}", "line 2, column 2", "not well-formed");
        isFaultAt("{\"text\":\"a\"", "line 1, column 12", "not well-formed");
        isFaultAt("{\"text\":\"a\"} {}", "body", "an object");
    }

    @Test
    void refuses_a_field_said_twice() {
        isProblem(post("{\"text\":\"a\",\"text\":\"b\"}"), 400);
    }

    @Test
    void takes_a_right_body() {
        post("{\"text\":\"a\",\"number\":7,\"at\":\"2026-01-31T09:30:00+01:00\",\"outcome\":\"came_back\"}")
                .statusCode(200);
    }

    @Test
    void refuses_other_content_types_methods_and_addresses() {
        isProblem(
                given().contentType("text/plain").body("hi").post("/probe/body").then(), 415);
        isProblem(given().delete("/probe/body").then(), 405);
        isProblem(given().get("/api/v1/nothing-here").then(), 404);
        isProblem(given().get("/probe/number?n=x").then(), 404);
    }

    @Test
    void answers_a_defect_with_an_id_and_nothing_of_the_inside() {
        String id = isProblem(given().get("/probe/fails").then(), 500)
                .body(not(containsString("secret words")))
                .body(not(containsString("Exception")))
                .extract()
                .path("id");
        assertThat(id).hasSize(36);
    }

    @Test
    void keeps_the_messages_of_exceptions_out_of_the_log() {
        var e = new IllegalStateException("0151 inside", new RuntimeException("0151 deeper"));
        assertThat(Unexpected.stack(e))
                .contains("IllegalStateException", "caused by java.lang.RuntimeException", "ProblemTest")
                .doesNotContain("0151");
    }

    @Test
    void carries_members_of_its_own() {
        isProblem(given().get("/probe/conflict").then(), 409).body("head", equalTo(7));
        isProblem(given().get("/probe/later").then(), 409).body("head", equalTo(7));
        isProblem(given().get("/probe/many").then(), 429)
                .header("Retry-After", "2")
                .body("retryAfterMs", equalTo(1500));
    }

    @Test
    void asks_for_a_sign_in_and_for_the_right_one() {
        isProblem(given().get("/probe/agent").then(), 401).header("WWW-Authenticate", "Bearer");
        isProblem(
                given().header("Authorization", "Bearer nonsense")
                        .get("/probe/agent")
                        .then(),
                401);
        isProblem(
                given().header("Authorization", "Basic YTpi")
                        .get("/probe/agent")
                        .then(),
                401);
        isProblem(
                given().header("Authorization", "Visitor nonsense")
                        .get("/probe/customer")
                        .then(),
                401);
    }
}
