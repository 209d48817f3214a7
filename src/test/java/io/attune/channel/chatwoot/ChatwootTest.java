package io.attune.channel.chatwoot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.channel.TimedSignature;
import io.attune.channel.chatwoot.store.ChatwootStore;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.conversation.Owner;
import io.attune.customer.KeptElsewhere;
import io.attune.foreign.FreePort;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks as Chatwoot sends them, and what the bot does there. */
@QuarkusTest
@TestProfile(ChatwootTest.WithChatwoot.class)
class ChatwootTest {
    private static final String SECRET = "what chatwoot signs with";
    private static final FakeChatwoot CHATWOOT = new FakeChatwoot(FreePort.of("chatwoot"));
    private static final AtomicInteger NUMBERS = new AtomicInteger(40);

    public static class WithChatwoot implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.db.url",
                    "jdbc:h2:mem:chatwoot;DB_CLOSE_DELAY=-1",
                    "attune.chatwoot.url",
                    "http://localhost:" + FreePort.of("chatwoot"),
                    "attune.chatwoot.token",
                    FakeChatwoot.TOKEN,
                    "attune.chatwoot.secret",
                    SECRET,
                    "attune.channel.first-retry",
                    "50ms",
                    "attune.channel.look-for-due",
                    "500ms");
        }
    }

    @Inject
    ChatwootStore store;

    @Inject
    ConversationLog log;

    @Inject
    @All
    List<KeptElsewhere> rooms;

    private int conversation;

    @BeforeEach
    void open() {
        conversation = NUMBERS.incrementAndGet();
        CHATWOOT.calls.clear();
        CHATWOOT.failures.clear();
    }

    @AfterAll
    static void down() {
        CHATWOOT.close();
    }

    private static Response hook(String body) {
        return hook(body, Instant.now().getEpochSecond(), SECRET);
    }

    private static Response hook(String body, long at, String secret) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return given().contentType("application/json")
                .header("X-Chatwoot-Timestamp", at)
                .header("X-Chatwoot-Signature", TimedSignature.of(Long.toString(at), bytes, secret))
                .header("X-Chatwoot-Delivery", "d-" + at)
                .body(bytes)
                .post("/webhooks/chatwoot");
    }

    private String message(int id, String type, String status, String text, String sender) {
        return """
                {"event":"message_created","id":%d,"content":"%s","message_type":"%s","content_type":"text",
                 "content_attributes":{},"private":false,"source_id":null,"created_at":"2026-11-22T02:00:00.000Z",
                 "sender":%s,
                 "conversation":{"id":%d,"inbox_id":3,"status":"%s","channel":"Channel::WebWidget","can_reply":true,
                   "contact_inbox":{"id":9,"contact_id":5,"inbox_id":3,"source_id":"2f0c","hmac_verified":false},
                   "meta":{"sender":{"id":5},"assignee":null},"additional_attributes":{"browser":{"browser_name":"Firefox"}}},
                 "account":{"id":1,"name":"Acme"},"inbox":{"id":3,"name":"Site"}}""".formatted(id, text, type, sender, conversation, status);
    }

    private void customerSays(int id, String status, String text) {
        hook(message(
                        id,
                        "incoming",
                        status,
                        text,
                        "{\"id\":5,\"name\":\"Jo\",\"type\":\"contact\",\"identifier\":null}"))
                .then()
                .statusCode(204);
    }

    private void agentSays(int id, String text) {
        hook(message(id, "outgoing", "open", text, "{\"id\":2,\"name\":\"Uma\",\"type\":\"user\"}"))
                .then()
                .statusCode(204);
    }

    private void becomes(String status) {
        hook("""
                {"event":"conversation_status_changed","id":%d,"inbox_id":3,"status":"%s","messages":[{"id":1,"account_id":1}],
                 "meta":{"assignee":{"id":2,"name":"Uma","type":"user"}},"changed_attributes":[{"status":{}}]}""".formatted(conversation, status)).then().statusCode(204);
    }

    private boolean isAnswered() {
        return CHATWOOT.calls.stream()
                .filter(call -> call.path().endsWith("/conversations/" + conversation + "/messages"))
                .anyMatch(call -> "input_select".equals(call.body().getString("content_type")));
    }

    private Header header() {
        return store.find("1:" + conversation)
                .flatMap(known -> log.header(known.conv()))
                .orElseThrow();
    }

    private List<String> words(io.attune.message.Role role) {
        return LogPages.all(log, header().id(), 0).stream()
                .map(entry -> entry.event())
                .filter(event -> event instanceof io.attune.conversation.ConversationEvent.Message m
                        && m.from().role() == role)
                .map(event -> ((io.attune.conversation.ConversationEvent.Message) event)
                        .content()
                        .words())
                .toList();
    }

    @Test
    void the_bot_answers_a_conversation_that_is_pending() {
        customerSays(1, "pending", "my internet is slow");
        await().until(this::isAnswered);
        var calls = CHATWOOT.calls.stream()
                .filter(call -> call.path().contains("/" + conversation + "/"))
                .toList();
        assertThat(calls.getFirst().path()).isEqualTo("/accounts/1/conversations/" + conversation + "/messages");
        assertThat(calls.getFirst().body().getString("message_type")).isEqualTo("outgoing");
        assertThat(calls.getFirst().body().getBoolean("private")).isFalse();
        var question = calls.getLast().body();
        assertThat(question.getString("content_type")).isEqualTo("input_select");
        assertThat(question.getList("content_attributes.items.title")).contains("Everywhere");
        assertThat(question.getList("content_attributes.items.value")).contains("Everywhere");
        assertThat(CHATWOOT.strangers).isEmpty();
    }

    @Test
    void a_webhook_repeated_is_one_message() {
        try (var hooks = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 25)
                    .mapToObj(i ->
                            CompletableFuture.runAsync(() -> customerSays(1, "pending", "my internet is slow"), hooks))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        await().until(this::isAnswered);
        assertThat(words(io.attune.message.Role.CUSTOMER)).containsExactly("my internet is slow");
    }

    @Test
    void a_person_who_is_asked_for_gets_the_conversation_and_the_bot_is_silent() {
        customerSays(1, "pending", "I want to talk to a person");
        await().until(() -> CHATWOOT.opened(conversation).contains("open"));
        becomes("open");
        await().untilAsserted(() -> assertThat(header().owner()).isEqualTo(Owner.AGENT));
        await().until(() -> !CHATWOOT.said(conversation).isEmpty());
        int said = CHATWOOT.said(conversation).size();
        agentSays(7, "Hello, Uma here");
        agentSays(7, "Hello, Uma here");
        customerSays(8, "open", "thank you");
        assertThat(words(io.attune.message.Role.AGENT)).containsExactly("Hello, Uma here");
        assertThat(words(io.attune.message.Role.CUSTOMER)).endsWith("thank you");
        becomes("resolved");
        assertThat(header().owner()).isEqualTo(Owner.CLOSED);
        assertThat(CHATWOOT.said(conversation))
                .as("neither the bot nor an echo of the agent")
                .hasSize(said);
    }

    @Test
    void what_is_pending_again_is_the_bots_again() {
        customerSays(1, "pending", "my internet is slow");
        await().until(this::isAnswered);
        becomes("open");
        assertThat(header().owner()).isEqualTo(Owner.AGENT);
        becomes("open");
        becomes("pending");
        assertThat(header().owner()).isEqualTo(Owner.BOT);
        int said = CHATWOOT.said(conversation).size();
        customerSays(2, "pending", "my internet is still slow");
        await().until(() -> CHATWOOT.said(conversation).size() > said);
    }

    @Test
    void a_takeover_that_was_not_told_is_seen_with_the_next_message() {
        customerSays(1, "pending", "my internet is slow");
        await().until(this::isAnswered);
        customerSays(2, "open", "hello Uma");
        assertThat(header().owner()).isEqualTo(Owner.AGENT);
        assertThat(words(io.attune.message.Role.CUSTOMER)).endsWith("hello Uma");
    }

    @Test
    void what_was_never_the_bots_is_left_alone() {
        customerSays(1, "open", "for people only");
        hook(message(2, "outgoing", "open", "hi", "{\"id\":2,\"type\":\"user\"}"))
                .then()
                .statusCode(204);
        hook("{\"event\":\"webwidget_triggered\",\"anything\":[1]}").then().statusCode(204);
        assertThat(store.find("1:" + conversation)).isEmpty();
    }

    @Test
    void a_message_that_was_refused_for_now_is_sent_again_in_order() {
        CHATWOOT.failures.addAll(List.of(503, 429, 500));
        customerSays(1, "pending", "my internet is slow");
        await().until(this::isAnswered);
        assertThat(CHATWOOT.said(conversation).getFirst()).contains("automated assistant");
        assertThat(CHATWOOT.calls.stream().map(call -> call.body().getString("content_attributes.attune_letter")))
                .doesNotHaveDuplicates();
    }

    @Test
    void bad_signatures_are_refused_and_nothing_is_kept() {
        String body = message(1, "incoming", "pending", "hello", "{\"id\":5,\"type\":\"contact\"}");
        long now = Instant.now().getEpochSecond();
        hook(body, now, "another secret of some length").then().statusCode(401);
        hook(body, now - 3600, SECRET).then().statusCode(401);
        for (String signature :
                List.of("", "sha256=", "sha256=" + "0".repeat(64), "sha1=" + "0".repeat(40), "0".repeat(64))) {
            given().header("X-Chatwoot-Timestamp", now)
                    .header("X-Chatwoot-Signature", signature)
                    .body(body)
                    .post("/webhooks/chatwoot")
                    .then()
                    .statusCode(401);
        }
        byte[] other = (body + " ").getBytes(StandardCharsets.UTF_8);
        given().header("X-Chatwoot-Timestamp", now)
                .header("X-Chatwoot-Signature", TimedSignature.of(Long.toString(now), other, SECRET))
                .body(body)
                .post("/webhooks/chatwoot")
                .then()
                .statusCode(401);
        given().body(body).post("/webhooks/chatwoot").then().statusCode(401);
        given().body(body).post("/webhooks/chatwoot/" + SECRET).then().statusCode(404);
        assertThat(store.find("1:" + conversation)).isEmpty();
        hook("{").then().statusCode(400);
        hook("[]").then().statusCode(400);
    }

    @Test
    void a_customer_who_is_forgotten_is_forgotten_here_too() {
        customerSays(1, "pending", "hello");
        String customer = header().customer();
        await().until(() -> !CHATWOOT.said(conversation).isEmpty());
        rooms.forEach(room -> room.erase(customer));
        assertThat(store.find("1:" + conversation)).isEmpty();
    }
}
