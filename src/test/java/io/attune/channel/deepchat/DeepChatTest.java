package io.attune.channel.deepchat;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deep Chat over HTTP. */
@QuarkusTest
class DeepChatTest {
    private static final String ELSEWHERE = "http://localhost:3999";

    private static Map<String, Object> body(String text, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("messages", List.of(Map.of("role", "user", "text", text)));
        return body;
    }

    private static Response say(String text, Map<String, ?> more) {
        return given().contentType("application/json").body(body(text, more)).post("/chat/deepchat");
    }

    @Test
    void answers_with_messages_and_buttons_and_knows_the_device_by_its_cookie() {
        Response first = say("my internet is slow", Map.of());
        first.then()
                .statusCode(200)
                .body("[0].text", containsString("automated assistant"))
                .body("[0].role", equalTo("ai"));
        assertThat(first.jsonPath().getString("find { it.html }.html"))
                .contains("deep-chat-suggestion-button", ">Everywhere</button>");
        assertThat(first.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
        Response next = given().contentType("application/json")
                .cookie(Guest.COOKIE, first.getCookie(Guest.COOKIE))
                .body(body("Everywhere", Map.of()))
                .post("/chat/deepchat");
        next.then().statusCode(200);
        assertThat(next.getHeader("Set-Cookie")).isNull();
        assertThat(next.jsonPath().<String>getList("text"))
                .noneMatch(text -> text != null && text.contains("automated assistant"));
    }

    @Test
    void knows_the_device_by_what_the_page_adds() {
        String visitor = device();
        say("my internet is slow", Map.of("visitor", visitor)).then().statusCode(200);
        given().contentType("application/json")
                .header("Authorization", "Visitor " + visitor)
                .header("Origin", ELSEWHERE)
                .body(body("hello", Map.of("site", "demo")))
                .post("/chat/deepchat")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", ELSEWHERE);
        assertThat(given().header("Authorization", "Visitor " + visitor)
                        .get("/api/v1/me/export")
                        .jsonPath()
                        .getList("conversations"))
                .as("both in one conversation, the device's own")
                .hasSize(1);
    }

    @Test
    void a_page_elsewhere_that_brings_no_visitor_is_told_how_to() {
        given().contentType("application/json")
                .header("Origin", ELSEWHERE)
                .cookie(Guest.COOKIE, device())
                .body(body("hello", Map.of()))
                .post("/chat/deepchat")
                .then()
                .statusCode(400)
                .body("error", startsWith("visitor: missing"));
        given().contentType("application/json")
                .header("Origin", ELSEWHERE)
                .body(body("hello", Map.of("visitor", "made up")))
                .post("/chat/deepchat")
                .then()
                .statusCode(401)
                .body("error", startsWith("visitor: not one"));
        given().contentType("application/json")
                .header("Origin", "https://evil.example")
                .body(body("hello", Map.of("visitor", device())))
                .post("/chat/deepchat")
                .then()
                .statusCode(403);
    }

    @Test
    void a_customer_who_is_signed_in_is_that_customer() {
        as("integration").body("{\"name\":\"Dee\"}").put("/api/v1/customers/dee");
        String identity = as("integration")
                .body("{\"customer\":\"dee\"}")
                .post("/api/v1/demo/identities")
                .jsonPath()
                .getString("identity");
        say("hello", Map.of("identity", identity)).then().statusCode(200);
        assertThat(given().header("Authorization", "Bearer " + identity)
                        .get("/api/v1/me/export")
                        .jsonPath()
                        .getList("conversations"))
                .hasSize(1);
        say("hello", Map.of("identity", "a.b.c")).then().statusCode(401).body("error", startsWith("identity: "));
    }

    @Test
    void streams_words_with_numbered_choices() {
        String events = given().contentType("application/json")
                .accept("text/event-stream")
                .body(body("my internet is slow", Map.of()))
                .post("/chat/deepchat")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        assertThat(events.split("\n\n")).allSatisfy(event -> assertThat(event).startsWith("data: {\"text\":"));
        assertThat(events).contains("1. In one room").doesNotContain("<button");
    }

    @Test
    void bad_input_is_named_where_the_component_shows_it() {
        for (Object body : List.of(
                Map.of(),
                Map.of("messages", List.of()),
                Map.of("messages", "hi"),
                Map.of("messages", List.of(Map.of("text", ""))),
                Map.of("messages", List.of(Map.of("text", 7))),
                Map.of("messages", List.of(Map.of("text", "x".repeat(4097)))))) {
            given().contentType("application/json")
                    .body(body)
                    .post("/chat/deepchat")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("error", startsWith("messages"));
        }
        given().contentType("application/json")
                .body("{")
                .post("/chat/deepchat")
                .then()
                .statusCode(400);
        given().multiPart("files", "a.png", new byte[] {1}, "image/png")
                .post("/chat/deepchat")
                .then()
                .statusCode(415)
                .body("error", containsString("no files"));
        say("hello", Map.of("site", "nowhere")).then().statusCode(400).body("error", startsWith("site: "));
        assertThat(RestAssured.port).isPositive();
    }

    @Test
    void a_label_cannot_bring_markup_in() {
        var offered = new io.attune.message.Content.Choices(
                "Which?", List.of(io.attune.message.Choice.of("x", "<img src=x onerror=alert(1)> \"a\" & 'b'")), null);
        var replies = Reply.withButtons(new io.attune.channel.exchange.Said(
                io.attune.message.Role.BOT, offered, io.attune.message.Language.EN));
        assertThat(replies.getLast().html())
                .contains("&lt;img src=x onerror=alert(1)&gt; &quot;a&quot; &amp; &#39;b&#39;")
                .doesNotContain("<img");
    }
}
