package io.attune.channel.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.customer.Customers;
import io.attune.customer.Given;
import io.attune.customer.Identity;
import io.attune.customer.Origin;
import io.attune.message.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bars, with the bot behind the channel. */
@QuarkusTest
@QuarkusTestResource(value = SandboxResource.class, restrictToAnnotatedClass = true)
class WholeServerTest {
    @Inject
    ConversationLog log;

    @Inject
    Customers customers;

    @ConfigProperty(name = "attune.whatsapp.sandbox")
    URI sandbox;

    private SandboxPhone phone;
    private String number;
    private String integration;

    @BeforeEach
    void begin() {
        phone = new SandboxPhone(sandbox);
        number = "1650" + (1_000_000 + new Random().nextInt(8_999_999));
        customers.change(
                "C-" + number,
                Given.of(Map.of(), Origin.of("crm", Instant.now())),
                List.of(new Identity("whatsapp", number, true)),
                Instant.now());
        phone.become(number, false);
        integration = token("integration");
    }

    @Test
    void twenty_five_deliveries_are_one_message_and_one_answer_on_the_phone() {
        String event = text("wamid.25." + number, "my internet is slow");
        IntStream.range(0, 25)
                .mapToObj(i -> Deliveries.later(webhook(), event))
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(Duration.ofSeconds(20)).until(() -> !answers().isEmpty());
        // A second one would be there a moment later.
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(heard()).hasSize(1);
            assertThat(answers().stream().map(Message::replyTo).distinct()).hasSize(1);
        });
        // The sandbox's window is shut, as nobody wrote on its phone: it says so, and nothing is lost.
        assertThat(given().auth()
                        .oauth2(agent())
                        .get("/api/v1/agent/conversations/" + conversation().id() + "/whatsapp")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("messages.state"))
                .isNotEmpty();
    }

    @Test
    void five_webhooks_of_a_new_contact_are_one_conversation_answered_once() {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 5; i++) {
            sent.add(Deliveries.later(webhook(), text("wamid.5." + i + number, "my internet is slow " + i)));
        }
        sent.forEach(CompletableFuture::join);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> heard().size() == 5 && !answers().isEmpty());
        assertThat(log.of("C-" + number, 10)).hasSize(1);
        assertThat(answers().stream().map(Message::replyTo).distinct()).hasSize(1);
    }

    @Test
    void a_webhook_is_acknowledged_quickly_while_the_understanding_is_busy() throws Exception {
        var stop = new java.util.concurrent.atomic.AtomicBoolean();
        var busy = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofPlatform().start(() -> understandAllDay(stop)))
                .toList();
        try {
            for (int i = 0; i < 100; i++) {
                Deliveries.post(webhook(), text("wamid.warm." + i + number, "warm"));
            }
            var took = new ArrayList<Long>();
            for (int i = 0; i < 300; i++) {
                long start = System.nanoTime();
                assertThat(Deliveries.post(webhook(), text("wamid.p." + i + number, "slow " + i)))
                        .isEqualTo(200);
                took.add((System.nanoTime() - start) / 1_000_000);
                Thread.sleep(5);
            }
            took.sort(null);
            System.out.println(
                    "acknowledged, ms: p50 " + took.get(150) + ", p99 " + took.get(297) + ", most " + took.getLast());
            assertThat(took.get(297)).isLessThan(250);
        } finally {
            stop.set(true);
            for (Thread thread : busy) {
                thread.join();
            }
        }
    }

    private void understandAllDay(java.util.concurrent.atomic.AtomicBoolean stop) {
        while (!stop.get()) {
            given().auth()
                    .oauth2(integration)
                    .contentType("application/json")
                    .body("{\"text\":\"my internet has been slow since monday and the bill is wrong too\"}")
                    .post("/api/v1/understand");
        }
    }

    private static String agent() {
        return token("agent1");
    }

    private static String token(String user) {
        return given().contentType("application/json")
                .body("{\"user\":\"" + user + "\",\"password\":\"demo\"}")
                .post("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private String text(String id, String text) {
        return Deliveries.text(number, id, text).replace("\"wa_id\":\"16505551234\"", "\"wa_id\":\"" + number + "\"");
    }

    private static URI webhook() {
        return URI.create("http://localhost:" + RestAssured.port + WebhookRoute.PATH);
    }

    private Header conversation() {
        return log.of("C-" + number, 1).getFirst();
    }

    private List<Message> messages(Role role) {
        List<Header> all = log.of("C-" + number, 1);
        return all.isEmpty()
                ? List.of()
                : LogPages.all(log, all.getFirst().id(), 0).stream()
                        .map(Entry::event)
                        .filter(event -> event instanceof Message m && m.from().role() == role)
                        .map(event -> (Message) event)
                        .toList();
    }

    private List<Message> heard() {
        return messages(Role.CUSTOMER);
    }

    private List<Message> answers() {
        return messages(Role.BOT);
    }

    @Test
    void nobody_looks_into_letters_without_a_role() {
        String path = "/api/v1/agent/conversations/x/whatsapp";
        given().get(path).then().statusCode(401);
        given().auth().oauth2(integration).get(path).then().statusCode(403);
        given().auth().oauth2(agent()).get(path).then().statusCode(404);
    }
}
