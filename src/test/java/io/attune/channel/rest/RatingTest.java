package io.attune.channel.rest;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How was it? Asked once, after the end, and answered in the log. */
@QuarkusTest
class RatingTest {
    @SuppressWarnings("NullAway.Init")
    private String customer;

    @BeforeEach
    void visit() {
        customer = device();
    }

    private String conversation() {
        return visiting(customer)
                .body("{\"locale\":\"fr\"}")
                .post("/api/v1/conversations")
                .then()
                .extract()
                .path("conv");
    }

    private void say(String conv, String key, String text) {
        visiting(customer)
                .header("Idempotency-Key", key)
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
    }

    private static void closeAsAgent(String conv) {
        as("agent1")
                .body("{}")
                .post("/api/v1/agent/conversations/" + conv + "/claim")
                .then()
                .statusCode(200);
        as("agent1")
                .body("{\"code\":\"resolved\"}")
                .post("/api/v1/agent/conversations/" + conv + "/close")
                .then()
                .statusCode(200);
    }

    private List<Map<String, Object>> events(String conv) {
        return visiting(customer)
                .get("/api/v1/conversations/" + conv + "/events?limit=1000")
                .then()
                .extract()
                .path("events");
    }

    private long asked(String conv) {
        return events(conv).stream()
                .filter(event -> event.get("ev").equals("csat.requested"))
                .count();
    }

    @Test
    void is_asked_once_in_the_conversations_language_and_kept_where_agents_see_it() {
        String conv = conversation();
        say(conv, "m1", "bonjour, Internet est très lent chez moi");
        visiting(customer)
                .body("{\"score\":4}")
                .put("/api/v1/conversations/" + conv + "/csat")
                .then()
                .statusCode(409);
        closeAsAgent(conv);
        await().until(() -> asked(conv) == 1);
        assertThat(events(conv).getLast().toString()).contains("csat", "Comment avez-vous trouvé");

        var rating = Map.of("score", 4, "comment", "vite, mais ma carte est 4111 1111 1111 1111");
        int seq = visiting(customer)
                .body(rating)
                .put("/api/v1/conversations/" + conv + "/csat")
                .then()
                .statusCode(200)
                .extract()
                .path("seq");
        visiting(customer)
                .body(rating)
                .put("/api/v1/conversations/" + conv + "/csat")
                .then()
                .body("seq", equalTo(seq));
        var trace = as("agent1").get("/api/v1/conversations/" + conv + "/trace").then();
        trace.body("csat.score", equalTo(4)).body("csat.seq", equalTo(seq));
        assertThat((String) trace.extract().path("csat.comment"))
                .startsWith("vite")
                .doesNotContain("4111");

        say(conv, "m2", "encore une question");
        closeAsAgent(conv);
        assertThat(asked(conv)).isEqualTo(1);
    }

    @Test
    void nobody_is_asked_who_said_nothing() {
        String conv = conversation();
        closeAsAgent(conv);
        await().during(java.time.Duration.ofMillis(500)).until(() -> asked(conv) == 0);
    }

    @Test
    void names_what_is_wrong_with_an_answer() {
        String conv = conversation();
        for (String body : List.of("{\"score\":6}", "{\"score\":0}", "{}")) {
            visiting(customer)
                    .body(body)
                    .put("/api/v1/conversations/" + conv + "/csat")
                    .then()
                    .statusCode(400)
                    .body("errors[0].at", equalTo("score"));
        }
        visiting(customer)
                .body("{\"stars\":5}")
                .put("/api/v1/conversations/" + conv + "/csat")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("stars"));
        visiting(device())
                .body("{\"score\":5}")
                .put("/api/v1/conversations/" + conv + "/csat")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_page_tells_of_a_conversation_is_shown_as_not_verified() {
        String conv = conversation();
        String path = "/api/v1/conversations/" + conv + "/attributes";
        visiting(customer)
                .body("{\"page\":\"/bill\",\"tier\":\"gold\"}")
                .put(path)
                .then()
                .statusCode(200);
        var last = events(conv).getLast();
        assertThat(last.get("data"))
                .isEqualTo(Map.of("attributes", Map.of("page", "/bill", "tier", "gold"), "verified", false));
        visiting(customer).body("{}").put(path).then().statusCode(400);
        visiting(customer)
                .body(Map.of("page", "x".repeat(201)))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("page"));
        visiting(device()).body("{\"page\":\"/\"}").put(path).then().statusCode(404);
    }
}
