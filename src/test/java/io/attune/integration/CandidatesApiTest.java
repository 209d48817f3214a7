package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a conversation did not understand becomes a candidate, with the customer's consent alone, and training data by a label. */
@QuarkusTest
class CandidatesApiTest {
    private static String agreeing() {
        String device = device();
        visiting(device)
                .body("{\"improvement\":true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        return device;
    }

    private static String say(String device, String text) {
        String conv = visiting(device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        say(device, conv, text);
        return conv;
    }

    private static void say(String device, String conv, String text) {
        long before = head(device, conv);
        visiting(device)
                .header("Idempotency-Key", "k" + before)
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(10)).until(() -> head(device, conv) > before + 1);
    }

    private static long head(String device, String conv) {
        return ((Number) visiting(device)
                        .get("/api/v1/conversations/" + conv + "/events?after=0&limit=1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("head"))
                .longValue();
    }

    private static ValidatableResponse listed(String state) {
        return as("supervisor")
                .get("/api/v1/candidates?limit=200&state=" + state)
                .then()
                .statusCode(200);
    }

    private static String idOf(String text) {
        List<Map<String, ?>> items = listed("open").extract().path("items");
        return items.stream()
                .filter(item -> text.equals(item.get("text")))
                .map(item -> String.valueOf(item.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse decide(String id, String body) {
        return as("supervisor").body(body).put("/api/v1/candidates/" + id).then();
    }

    @Test
    void what_was_not_understood_is_masked_labelled_and_given_out() {
        say(agreeing(), "zorgle blapp my name is Quentin 07700 900123");
        String text = "zorgle blapp my name is [name] 00000 000000";
        String id = idOf(text);
        listed("open").body("items.text", hasItem(text)).body("items[0].keySet()", not(hasItem("customer")));
        decide(id, "{\"intent\":\"bill_explain\"}")
                .statusCode(200)
                .body("state", equalTo("labelled"))
                .body("intent", equalTo("bill_explain"))
                .body("labelledBy", equalTo("supervisor"));
        listed("open").body("items.text", not(hasItem(text)));
        listed("labelled").body("items.text", hasItem(text));
        as("admin")
                .get("/api/v1/candidates/export?language=en")
                .then()
                .statusCode(200)
                .contentType("text/tab-separated-values")
                .body(containsString("bill_explain\t" + text + "\n"));
        decide(id, "{\"dismissed\":true}")
                .statusCode(200)
                .body("state", equalTo("dismissed"))
                .body("intent", nullValue());
        decide(id, "{\"dismissed\":false}").statusCode(200).body("state", equalTo("open"));
    }

    @Test
    void without_consent_nothing_is_collected() {
        say(device(), "wibble frumpt nollip");
        listed("open").body("items.text", not(hasItem("wibble frumpt nollip")));
    }

    @Test
    void what_was_understood_is_not_collected() {
        say(agreeing(), "my internet is slow");
        listed("open").body("items.text", not(hasItem("my internet is slow")));
    }

    @Test
    void a_consent_that_is_withdrawn_takes_it_along() {
        String device = agreeing();
        say(device, "plonk vreeble snarf");
        listed("open").body("items.text", hasItem("plonk vreeble snarf"));
        visiting(device).get("/api/v1/me/export").then().body("notUnderstood.text", hasItem("plonk vreeble snarf"));
        visiting(device)
                .body("{\"improvement\":false}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        listed("open").body("items.text", not(hasItem("plonk vreeble snarf")));
    }

    @Test
    void messages_in_a_row_count_up() {
        String device = agreeing();
        String conv = say(device, "frabble onk");
        say(device, conv, "onk onk frabble zz");
        List<Map<String, ?>> items = listed("open").extract().path("items");
        assertThat(items.stream()
                        .filter(item -> "onk onk frabble zz".equals(item.get("text")))
                        .map(item -> String.valueOf(item.get("times")))
                        .toList())
                .containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"intent\":\"bill_explain\",\"dismissed\":true}",
                "{\"intent\":\"no_such_intent\"}",
                "{\"intent\":\"\"}",
                "{\"label\":\"bill_explain\"}",
                "{\"dismissed\":\"perhaps\"}",
                "[]",
                "nonsense"
            })
    void what_is_wrong_with_a_label_is_named(String body) {
        decide("0123456789ab", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void an_intent_that_there_is_not_gets_a_hint() {
        decide("0123456789ab", "{\"intent\":\"bill_thing\"}")
                .statusCode(400)
                .body("errors[0].at", equalTo("intent"))
                .body("errors[0].detail", containsString("bill_explain"));
        decide("0123456789ab", "{\"intent\":\"bill_explain\"}").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=shut", "language=xx", "limit=0", "limit=9999", "offset=-1", "limit=x"})
    void a_wrong_question_is_refused(String query) {
        int status = as("supervisor").get("/api/v1/candidates?" + query).statusCode();
        assertThat(status).isIn(400, 404);
    }

    @Test
    void an_empty_page_says_how_many_there_are() {
        as("supervisor")
                .get("/api/v1/candidates?state=dismissed&offset=5000")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }
}
