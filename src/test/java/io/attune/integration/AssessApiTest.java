package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A transcript goes in, estimates and the handoff decision come out, and what is wrong is named. */
@QuarkusTest
class AssessApiTest {
    private static ValidatableResponse assess(String body) {
        return as("integration").body(body).post("/api/v1/assess").then();
    }

    private static String customerSays(String more) {
        return "{\"turns\":[{\"role\":\"customer\",\"text\":\"my internet is slow\"" + more + "}]}";
    }

    @Test
    void answers_for_each_turn_of_the_customer() {
        assess("""
                {"customer":{"clv":"high","churn":0.7,"vulnerable":false,
                             "history":[{"daysAgo":3,"intent":"internet_slow","outcome":"failed"}]},
                 "queueWaitMs":240000,
                 "turns":[{"role":"bot","text":"Hello, how can I help?"},
                          {"role":"customer","text":"PPPoE re-auth every night, RTT goes to 300 ms","latencyMs":9000},
                          {"role":"bot","text":"Please restart the router."},
                          {"role":"customer","text":"did that. get me a human please","latencyMs":60000,
                           "stepOutcome":"fail","compose":{"activeMs":4000,"keys":30,"pasted":false,"input":"touch"}}]}
                """)
                .statusCode(200)
                .body("turns.index", contains(1, 3))
                .body("turns[0].aptitude.mean", greaterThan(0.5f))
                .body("turns[0].handoff.decision", equalTo("continue"))
                .body("turns[1].handoff.decision", equalTo("transfer"))
                .body("turns[1].handoff.rule", equalTo("asked-for-person"))
                .body(
                        "turns[1].keySet()",
                        containsInAnyOrder("index", "intent", "mood", "aptitude", "enthusiasm", "handoff"))
                .body("turns[1].aptitude.keySet()", containsInAnyOrder("mean", "sd", "band", "evidence"))
                .body("turns[1].enthusiasm.keySet()", containsInAnyOrder("mean", "low", "high"));
    }

    @Test
    void a_transcript_without_a_customer_has_no_turns_to_answer_for() {
        assess("{\"turns\":[{\"role\":\"bot\",\"text\":\"Anybody there?\"}]}")
                .statusCode(200)
                .body("turns", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|turns",
                "{\"turns\":[]}|turns",
                "{\"turns\":[null]}|turns[0]",
                "{\"turns\":[{\"role\":\"agent\",\"text\":\"a\"}]}|turns[0].role",
                "{\"turns\":[{\"text\":\"a\"}]}|turns[0].role",
                "{\"turns\":[{\"role\":\"customer\"}]}|turns[0].text",
                "{\"turns\":[{\"role\":\"customer\",\"text\":7}]}|turns[0].text",
                "{\"turns\":[{\"role\":\"customer\",\"text\":\"a\",\"mood\":1}]}|turns[0].mood",
                "{\"queueWaitMs\":-1,\"turns\":[{\"role\":\"bot\",\"text\":\"a\"}]}|queueWaitMs",
                "{\"customer\":{\"churn\":1.5},\"turns\":[{\"role\":\"bot\",\"text\":\"a\"}]}|customer.churn",
                "{\"customer\":{\"clv\":\"huge\"},\"turns\":[{\"role\":\"bot\",\"text\":\"a\"}]}|customer.clv",
                "{\"customer\":{\"history\":[{\"intent\":\"x\"}]},\"turns\":[{\"role\":\"bot\",\"text\":\"a\"}]}"
                        + "|customer.history[0].daysAgo",
            })
    void names_the_field_that_is_wrong(String body, String at) {
        assess(body).statusCode(400).contentType("application/problem+json").body("errors.at", contains(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"latencyMs\":-5", "\"stepOutcome\":\"maybe\"", "\"compose\":{\"keys\":-1}"})
    void refuses_a_turn_with_impossible_figures(String more) {
        assess(customerSays("," + more)).statusCode(400).body("errors", hasSize(1));
    }

    @Test
    void is_not_for_agents() {
        as("agent1").body(customerSays("")).post("/api/v1/assess").then().statusCode(403);
        as("supervisor").body(customerSays("")).post("/api/v1/assess").then().statusCode(200);
    }
}
