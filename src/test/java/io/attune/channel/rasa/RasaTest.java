package io.attune.channel.rasa;

import static io.attune.access.SignedIn.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rasa's REST channel. */
@QuarkusTest
class RasaTest {
    private final String sender = UUID.randomUUID().toString();

    private Response say(String message) {
        return say(Map.of("sender", sender, "message", message));
    }

    private static Response say(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/webhooks/rest/webhook");
    }

    @Test
    void says_that_it_is_there() {
        given().get("/webhooks/rest/").then().statusCode(200).body("status", equalTo("ok"));
        given().get("/webhooks/rest").then().statusCode(200).body("status", equalTo("ok"));
    }

    @Test
    void answers_in_the_response_with_buttons_whose_payload_comes_back() {
        JsonPath answer =
                say("my internet is slow").then().statusCode(200).extract().jsonPath();
        assertThat(answer.getList("recipient_id")).isNotEmpty().containsOnly(sender);
        assertThat(answer.getString("[0].text")).contains("automated assistant");
        String payload = answer.getString("find { it.buttons }.buttons[0].payload");
        String title = answer.getString("find { it.buttons }.buttons[0].title");
        assertThat(payload).isNotEmpty().isNotEqualTo(title);
        JsonPath next = say(payload).jsonPath();
        assertThat(next.getList("text"))
                .isNotEmpty()
                .noneMatch(text -> text.toString().contains("automated assistant"));
        assertThat(say("hello?").jsonPath().getList("$"))
                .as("nothing is told twice")
                .hasSizeLessThan(4);
    }

    @Test
    void streams_one_reply_a_line() {
        String lines = given().contentType("application/json")
                .body(Map.of("sender", sender, "message", "hello"))
                .post("/webhooks/rest/webhook?stream=true")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines.lines().toList())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(JsonPath.from(line).getString("recipient_id"))
                        .isEqualTo(sender));
    }

    @Test
    void senders_do_not_meet() {
        say("my internet is slow");
        JsonPath other =
                say(Map.of("sender", "another-" + sender, "message", "hello")).jsonPath();
        assertThat(other.getString("[0].text")).contains("automated assistant");
    }

    @Test
    void says_what_becomes_of_a_conversation_that_a_person_has() {
        say("I want to talk to a person")
                .then()
                .body("text", hasItem(containsString("cannot show a new message by itself")));
        String conv = as("agent1")
                .get("/api/v1/queue")
                .jsonPath()
                .getString("items.findAll { it.channel == 'rasa' }[-1].conv");
        as("agent1")
                .body("{}")
                .post("/api/v1/agent/conversations/" + conv + "/claim")
                .then()
                .statusCode(200);
        say("are you there?").then().body("text", hasItem("Ana has joined the conversation."));
        say("still there?").then().body("text", hasItem(startsWith("Your message has been passed on")));
        as("agent1")
                .body("{\"content\":{\"kind\":\"text\",\"text\":\"Yes, one moment\"}}")
                .post("/api/v1/agent/conversations/" + conv + "/messages")
                .then()
                .statusCode(200);
        say("and now?").then().body("text", equalTo(List.of("Yes, one moment")));
        as("agent1").body("{\"code\":\"solved\"}").post("/api/v1/agent/conversations/" + conv + "/close");
    }

    @Test
    void a_message_repeated_under_its_id_is_taken_once() {
        var body = Map.of("sender", sender, "message", "my internet is slow", "metadata", Map.of("message_id", "m1"));
        say(body).then().statusCode(200);
        say(body).then().statusCode(200).body("$", equalTo(List.of()));
        say(Map.of("sender", sender, "message", "other words", "metadata", Map.of("message_id", "m1")))
                .then()
                .statusCode(422);
    }

    @Test
    void messages_sent_side_by_side_are_each_taken_and_nothing_is_told_twice() {
        say("hello");
        var texts = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> say("my internet is slow " + i).jsonPath().<String>getList("text")))
                .toList()
                .stream()
                .flatMap(answer -> answer.join().stream())
                .toList();
        assertThat(texts).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void bad_input_is_named() {
        say(Map.of("message", "hello")).then().statusCode(400).body("errors[0].at", equalTo("sender"));
        say(Map.of("sender", sender)).then().statusCode(400).body("errors[0].at", equalTo("message"));
        say(Map.of("sender", sender, "message", 7)).then().statusCode(400).body("errors[0].at", equalTo("message"));
        say(Map.of("sender", sender, "message", "x".repeat(5000))).then().statusCode(400);
        for (String body : List.of("", "[]", "{", "null")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/webhooks/rest/webhook")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        say(Map.of("sender", sender, "message", "hello", "input_channel", "web", "anything", List.of()))
                .then()
                .statusCode(200);
    }

    @Test
    void too_many_messages_are_refused_with_a_time_to_wait() {
        List<Response> refused;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> say("hello " + i), senders))
                    .toList();
            refused = answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
        }
        assertThat(refused).isNotEmpty().allSatisfy(answer -> answer.then().header("Retry-After", not(equalTo(null))));
    }
}
