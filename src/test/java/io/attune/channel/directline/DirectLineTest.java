package io.attune.channel.directline;

import static io.attune.access.SignedIn.as;
import static io.attune.channel.directline.DirectLineClient.BASE;
import static io.attune.channel.directline.DirectLineClient.bearing;
import static io.attune.channel.directline.DirectLineClient.generate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What breaks Direct Line's clients when it is not so. */
@QuarkusTest
class DirectLineTest {
    @Test
    void a_customers_own_message_comes_back_under_its_own_ids() {
        var client = DirectLineClient.start();
        String id = client.say("mine|{1}", "my internet is slow").jsonPath().getString("id");
        assertThat(id).isEqualTo(client.conv + "|0000002");
        assertThat(client.messages().get(1))
                .containsEntry("id", id)
                .containsEntry("text", "my internet is slow")
                .containsEntry("from", Map.of("id", "u1", "role", "user"))
                .satisfies(echo -> assertThat(echo.get("channelData"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                        .containsEntry("clientActivityID", "mine|{1}")
                        .containsEntry("webchat:sequence-id", 2));
    }

    @Test
    void the_answer_names_what_it_answers_and_offers_choices_as_buttons() {
        var client = DirectLineClient.start();
        client.say("a", "my internet is slow");
        await().until(() -> client.messages().size() == 3);
        Map<String, Object> answer = client.messages().get(2);
        assertThat(answer)
                .containsEntry("replyToId", client.conv + "|0000002")
                .containsEntry("inputHint", "expectingInput")
                .containsEntry("textFormat", "markdown");
        List<Map<String, String>> buttons = JsonPath.from(Json.write(answer)).getList("suggestedActions.actions");
        assertThat(buttons)
                .isNotEmpty()
                .allSatisfy(button ->
                        assertThat(button).containsEntry("type", "imBack").containsEntry("value", button.get("title")));
        client.post(Map.of("type", "message", "text", buttons.getFirst().get("value")));
        await().until(() -> client.messages().size() > 4);
        assertThat(as("agent1")
                        .get("/api/v1/conversations/" + client.conv + "/trace")
                        .jsonPath()
                        .getString("turns[-1].decision.kind"))
                .as("taken for the choice, not for words")
                .isNotEqualTo("unclear");
    }

    @Test
    void a_button_that_sends_a_value_along_is_the_choice_itself() {
        var client = DirectLineClient.start();
        client.say("a", "my internet is slow");
        await().until(() -> client.messages().size() == 3);
        String title =
                JsonPath.from(Json.write(client.messages().get(2))).getString("suggestedActions.actions[0].title");
        client.post(Map.of("type", "message", "value", title, "channelData", Map.of("postBack", true)));
        assertThat(client.messages().get(3)).containsEntry("text", title);
    }

    @Test
    void a_message_sent_again_under_its_id_is_one_message() {
        var client = DirectLineClient.start();
        String first = client.say("same", "hello").jsonPath().getString("id");
        assertThat(client.say("same", "hello").jsonPath().getString("id")).isEqualTo(first);
        client.say("same", "something else").then().statusCode(409).body("error.code", equalTo("Conflict"));
        assertThat(client.messages()).filteredOn("text", "hello").hasSize(1);
    }

    @Test
    void a_watermark_goes_on_strictly_after_what_was_read() {
        var client = DirectLineClient.start();
        JsonPath first = client.poll("").jsonPath();
        assertThat(first.getList("activities")).hasSize(1);
        assertThat(first.getString("watermark")).isEqualTo("1");
        client.poll("1").then().body("activities.size()", equalTo(0)).body("watermark", equalTo("1"));
        client.say("x", "hello");
        client.poll("1").then().body("activities[0].text", equalTo("hello"));
        client.poll("9999").then().statusCode(200).body("activities.size()", equalTo(0));
        client.poll("yesterday").then().statusCode(400).body("error.code", equalTo("BadArgument"));
    }

    @Test
    void a_stream_begins_at_the_start_and_goes_on_where_it_was_dropped() {
        var client = DirectLineClient.start();
        client.say("one", "hello");
        String watermark;
        try (var stream = client.listen()) {
            await().until(() -> stream.texts().contains("hello"));
            assertThat(stream.texts().getFirst()).contains("automated assistant");
            await().until(() -> stream.texts().size() == 3);
            watermark = stream.watermark;
        }
        client.say("two", "while you were away");
        client.comeBack(watermark);
        try (var stream = client.listen()) {
            await().until(() -> !stream.texts().isEmpty());
            assertThat(stream.texts().getFirst()).isEqualTo("while you were away");
        }
        client.comeBack(null);
        try (var stream = client.listen()) {
            client.say("three", "only what is new");
            await().until(() -> !stream.texts().isEmpty());
            assertThat(stream.texts().getFirst()).isEqualTo("only what is new");
        }
    }

    @Test
    void several_tabs_see_the_same() {
        var client = DirectLineClient.start();
        try (var first = client.listen()) {
            client.comeBack("");
            try (var second = client.listen()) {
                client.say("t", "hello from one tab");
                await().until(() -> first.texts().contains("hello from one tab")
                        && second.texts().contains("hello from one tab"));
            }
        }
    }

    @Test
    void empty_frames_are_a_sign_of_life_and_nothing_else() {
        var client = DirectLineClient.start();
        try (var stream = client.listen()) {
            stream.send("");
            stream.send("{not even json");
            client.say("t", "still there");
            await().until(() -> stream.texts().contains("still there"));
            assertThat(stream.closed).isZero();
        }
    }

    @Test
    void typing_goes_over_streams_and_into_no_log() {
        var client = DirectLineClient.start();
        try (var stream = client.listen()) {
            await().until(() -> !stream.texts().isEmpty());
            client.post(Map.of(
                            "type",
                            "typing",
                            "from",
                            Map.of("id", "u1"),
                            "channelData",
                            Map.of("clientActivityID", "t1")))
                    .then()
                    .statusCode(200)
                    .body("id", notNullValue());
            await().untilAsserted(() -> assertThat(stream.activities)
                    .filteredOn("type", "typing")
                    .singleElement()
                    .satisfies(
                            echo -> assertThat(echo.get("channelData")).isEqualTo(Map.of("clientActivityID", "t1"))));
        }
        client.poll("").then().body("activities.findAll { it.type == 'typing' }.size()", equalTo(0));
    }

    @Test
    void the_address_of_a_stream_opens_one_stream() {
        var client = DirectLineClient.start();
        try (var first = client.listen();
                var again = client.listen()) {
            await().until(() -> again.closed == 1008);
            assertThat(again.activities).isEmpty();
            await().until(() -> !first.texts().isEmpty());
        }
        client.streamUrl = client.streamUrl.replaceAll("t=.*", "t=" + client.token);
        try (var with_the_lasting_token = client.listen()) {
            await().until(() -> with_the_lasting_token.closed == 1008);
        }
    }

    @Test
    void a_token_carries_its_user_as_a_string_and_opens_one_conversation() {
        JsonPath made = generate("{\"user\":{\"id\":\"dl_anna\",\"name\":\"Anna\"}}");
        assertThat(made.getInt("expires_in")).isEqualTo(1800);
        String claims = new String(
                Base64.getUrlDecoder().decode(made.getString("token").split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(JsonPath.from(claims).<Object>get("user")).isEqualTo("dl_anna");
        bearing(made.getString("token")).post(BASE + "/conversations").then().statusCode(201);
        var again = DirectLineClient.start(made.getString("token"));
        assertThat(again.conv).isEqualTo(made.getString("conversationId"));
        assertThat(again.messages()).as("started once").hasSize(1);
        again.post(Map.of("type", "message", "text", "hello", "from", Map.of("id", "somebody else")));
        assertThat(JsonPath.from(Json.write(again.messages().get(1))).getString("from.id"))
                .as("the token's user, whatever the client says")
                .isEqualTo("dl_anna");
    }

    @Test
    void the_same_user_is_the_same_customer_in_a_new_conversation() {
        var first = DirectLineClient.start(
                generate("{\"user\":{\"id\":\"dl_same\"}}").getString("token"));
        var second = DirectLineClient.start(
                generate("{\"user\":{\"id\":\"dl_same\"}}").getString("token"));
        assertThat(second.conv).isNotEqualTo(first.conv);
        assertThat(customerOf(second)).isEqualTo(customerOf(first)).startsWith("dl-");
        assertThat(customerOf(DirectLineClient.start())).startsWith("anon-");
    }

    @Test
    void a_customer_who_is_known_goes_on_where_they_were_on_another_channel() {
        as("integration").body("{\"name\":\"Dora\"}").put("/api/v1/customers/dora");
        String identity = as("integration")
                .body("{\"customer\":\"dora\"}")
                .post("/api/v1/demo/identities")
                .jsonPath()
                .getString("identity");
        String conv = bearing(identity)
                .body("{}")
                .post("/api/v1/conversations")
                .jsonPath()
                .getString("conv");
        var here = DirectLineClient.start(
                generate("{\"identity\":\"" + identity + "\"}").getString("token"));
        assertThat(here.conv).isEqualTo(conv);
        here.say("a", "hello again").then().statusCode(200);
        bearing("demo")
                .body("{\"identity\":\"forged\"}")
                .post(BASE + "/tokens/generate")
                .then()
                .statusCode(400)
                .body("detail", startsWith("identity: "));
    }

    private static String customerOf(DirectLineClient client) {
        return as("agent1")
                .get("/api/v1/conversations/" + client.conv + "/trace")
                .jsonPath()
                .getString("customer");
    }

    @Test
    void a_token_is_renewed_and_a_forged_one_is_an_expired_one() {
        var client = DirectLineClient.start();
        bearing(client.token)
                .post(BASE + "/tokens/refresh")
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(client.conv))
                .body("expires_in", equalTo(1800));
        String forged = client.token.substring(0, client.token.length() - 4) + "AAAA";
        for (String path : List.of("/conversations/" + client.conv, "/conversations/" + client.conv + "/activities")) {
            bearing(forged).get(BASE + path).then().statusCode(403).body("error.code", equalTo("TokenExpired"));
        }
        bearing(forged).post(BASE + "/tokens/refresh").then().statusCode(403);
        bearing("demo").post(BASE + "/tokens/refresh").then().statusCode(403);
        bearing(client.token).post(BASE + "/tokens/generate").then().statusCode(403);
    }

    @Test
    void strangers_are_told_so() {
        given().post(BASE + "/conversations").then().statusCode(401).body("error.code", equalTo("Unauthorized"));
        bearing("wrong").post(BASE + "/tokens/generate").then().statusCode(401);
        given().header("Authorization", "Basic ZGVtbzpkZW1v")
                .post(BASE + "/conversations")
                .then()
                .statusCode(401);
        var mine = DirectLineClient.start();
        var other = DirectLineClient.start();
        bearing(mine.token)
                .get(BASE + "/conversations/" + other.conv + "/activities")
                .then()
                .statusCode(403);
        bearing("demo").get(BASE + "/conversations/nobody/activities").then().statusCode(404);
    }

    @Test
    void the_secret_reaches_the_conversations_of_its_site_alone() {
        var client = DirectLineClient.start();
        bearing("demo").get(BASE + "/conversations/" + client.conv).then().statusCode(200);
        String web = given().contentType("application/json")
                .header("Authorization", "Visitor " + io.attune.access.SignedIn.device())
                .body("{}")
                .post("/api/v1/conversations")
                .jsonPath()
                .getString("conv");
        bearing("demo").get(BASE + "/conversations/" + web).then().statusCode(404);
    }

    @Test
    void bad_input_is_named() {
        var client = DirectLineClient.start();
        client.post(Map.of("text", "no type")).then().statusCode(400).body("detail", startsWith("type: "));
        client.post(Map.of("type", "message")).then().statusCode(400).body("detail", startsWith("text: "));
        client.post(Map.of("type", "message", "text", 7)).then().statusCode(400).body("detail", startsWith("text: "));
        client.post(Map.of("type", "message", "text", "x", "from", Map.of("id", Map.of())))
                .then()
                .statusCode(400)
                .body("detail", startsWith("from.id: "));
        client.say("i".repeat(65), "x").then().statusCode(400).body("detail", containsString("clientActivityID"));
        client.say(null, "x".repeat(4097)).then().statusCode(413).body("error.code", equalTo("MessageSizeTooBig"));
        bearing(client.token)
                .body("{\"type\":")
                .post(BASE + "/conversations/" + client.conv + "/activities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("body: not well-formed JSON"));
        bearing(client.token)
                .body("x".repeat(300_000))
                .post(BASE + "/conversations/" + client.conv + "/activities")
                .then()
                .statusCode(413);
        assertThat(client.messages()).as("nothing of it was taken").hasSize(1);
        client.post(Map.of("type", "message", "text", "hello", "speak", "x", "futureField", List.of()))
                .then()
                .statusCode(200);
    }

    @Test
    void too_many_messages_are_refused_with_a_time_to_wait() {
        var client = DirectLineClient.start();
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            var answer = client.say("m" + i, "message " + i);
            if (answer.statusCode() == 429) {
                refused++;
                answer.then()
                        .header("Retry-After", notNullValue())
                        .body("retryAfterMs", greaterThan(0))
                        .body("error.code", equalTo("TooManyRequests"));
            }
        }
        assertThat(refused).isBetween(1, 5);
    }

    @Test
    void an_upload_without_files_is_a_message_and_one_with_files_is_refused_whole() {
        var client = DirectLineClient.start();
        given().header("Authorization", "Bearer " + client.token)
                .multiPart(
                        "activity",
                        "blob",
                        "{\"type\":\"message\",\"text\":\"sent as a form\"}".getBytes(StandardCharsets.UTF_8),
                        "application/vnd.microsoft.activity")
                .post(BASE + "/conversations/" + client.conv + "/upload?userId=u1")
                .then()
                .statusCode(200)
                .body("id", equalTo(client.conv + "|0000002"));
        given().header("Authorization", "Bearer " + client.token)
                .multiPart(
                        "activity",
                        "blob",
                        "{\"type\":\"message\",\"text\":\"look\"}".getBytes(StandardCharsets.UTF_8),
                        "application/vnd.microsoft.activity")
                .multiPart("file", "router.png", new byte[] {1, 2, 3}, "image/png")
                .post(BASE + "/conversations/" + client.conv + "/upload?userId=u1")
                .then()
                .statusCode(415)
                .body("detail", containsString("no files"));
        assertThat(client.messages()).filteredOn("text", "look").isEmpty();
    }

    @Test
    void pages_of_the_site_may_call_and_others_may_not() {
        for (String path : List.of("/tokens/generate", "/conversations", "/conversations/x/activities")) {
            given().header("Origin", "http://localhost:3000")
                    .header("Access-Control-Request-Method", "POST")
                    .header(
                            "Access-Control-Request-Headers",
                            "authorization,content-type,x-ms-bot-agent,x-requested-with")
                    .options(BASE + path)
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", "http://localhost:3000")
                    .header("Access-Control-Allow-Headers", containsString("X-MS-Bot-Agent"))
                    .header("Access-Control-Allow-Headers", containsString("X-Requested-With"));
        }
        bearing("demo")
                .header("Origin", "https://evil.example")
                .post(BASE + "/conversations")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", not("https://evil.example"));
        String token =
                generate("{\"trustedOrigins\":[\"http://localhost:3000\"]}").getString("token");
        bearing(token)
                .header("Origin", "http://localhost:3000")
                .post(BASE + "/conversations")
                .then()
                .statusCode(201);
        bearing(token)
                .header("Origin", "http://localhost:4000")
                .post(BASE + "/conversations")
                .then()
                .statusCode(403);
    }

    @Test
    void a_person_who_joins_is_announced_and_speaks_under_their_name() {
        var client = DirectLineClient.start();
        try (var stream = client.listen()) {
            client.say("p", "I want to talk to a person");
            await().untilAsserted(
                            () -> assertThat(stream.named("handoff.initiate")).hasSize(1));
            as("agent1")
                    .body("{}")
                    .post("/api/v1/agent/conversations/" + client.conv + "/claim")
                    .then()
                    .statusCode(200);
            as("agent1")
                    .body("{\"content\":{\"kind\":\"text\",\"text\":\"Hello, Ana here\"}}")
                    .post("/api/v1/agent/conversations/" + client.conv + "/messages")
                    .then()
                    .statusCode(200);
            as("agent1").body("{\"code\":\"solved\"}").post("/api/v1/agent/conversations/" + client.conv + "/close");
            await().untilAsserted(() -> assertThat(stream.activities)
                    .extracting(activity -> activity.get("type"))
                    .contains("endOfConversation"));
            assertThat(stream.texts()).contains("Ana has joined the conversation.", "Hello, Ana here");
            JsonPath all = JsonPath.from(Json.write(Map.of("all", stream.activities)));
            assertThat(all.getList("all.findAll { it.name == 'handoff.status' }.value.state"))
                    .containsSubsequence("queued", "accepted");
            assertThat(all.getString("all.find { it.text == 'Hello, Ana here' }.from.name"))
                    .isEqualTo("Ana");
            assertThat(all.getList("all.id"))
                    .as("every activity has an id of its own")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_customer_can_end_it() {
        var client = DirectLineClient.start();
        client.post(Map.of("type", "endOfConversation", "from", Map.of("id", "u1")))
                .then()
                .statusCode(200);
        client.post(Map.of("type", "endOfConversation", "from", Map.of("id", "u1")))
                .then()
                .statusCode(200);
        client.poll("")
                .then()
                .body("activities[-1].type", equalTo("endOfConversation"))
                .body("activities[-1].code", equalTo("userCancelled"));
    }

    @Test
    void an_event_of_the_page_comes_back_to_it_and_changes_nothing() {
        var client = DirectLineClient.start();
        try (var stream = client.listen()) {
            await().until(() -> !stream.texts().isEmpty());
            client.post(Map.of(
                            "type",
                            "event",
                            "name",
                            "webchat/join",
                            "value",
                            Map.of("language", "en"),
                            "from",
                            Map.of("id", "u1")))
                    .then()
                    .statusCode(200);
            await().untilAsserted(() -> assertThat(stream.named("webchat/join")).hasSize(1));
        }
        assertThat(client.messages()).hasSize(1);
    }

    @Test
    void a_customer_who_is_forgotten_is_forgotten_here_too() {
        var client = DirectLineClient.start();
        client.say("a", "hello");
        String customer = customerOf(client);
        erased(customer);
        client.poll("").then().statusCode(404);
    }

    @jakarta.inject.Inject
    @io.quarkus.arc.All
    List<io.attune.customer.KeptElsewhere> rooms;

    private void erased(String customer) {
        assertThat(rooms)
                .filteredOn(room -> room.section().equals("directLine"))
                .singleElement()
                .satisfies(room -> {
                    assertThat(room.export(customer)).isEqualTo(List.of("u1"));
                });
        rooms.forEach(room -> room.erase(customer));
    }
}
