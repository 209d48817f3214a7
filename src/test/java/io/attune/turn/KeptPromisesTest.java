package io.attune.turn;

import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.conversation.ConversationLog;
import io.attune.decision.memory.Promise;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was promised in one conversation is found when the customer's next one begins. */
@QuarkusTest
class KeptPromisesTest {
    @Inject
    ConversationLog log;

    @Inject
    KeptPromises kept;

    private static String conversation(String visitor) {
        return visiting(visitor)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .extract()
                .path("conv");
    }

    private static void say(String visitor, String conv, String text) {
        visiting(visitor)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
    }

    private List<Promise> promised(String conv) {
        String customer = log.header(conv).orElseThrow().customer();
        return kept.of(customer, Instant.EPOCH);
    }

    @Test
    void the_next_conversation_knows_what_the_last_one_promised_and_strangers_do_not() {
        String visitor = device();
        String conv = conversation(visitor);
        assertThat(promised(conv)).isEmpty();
        say(visitor, conv, "I need an extension for my bill, can I pay later");
        say(visitor, conv, "tomorrow");
        await().atMost(Duration.ofSeconds(10)).until(() -> !promised(conv).isEmpty());
        Promise promise = promised(conv).getFirst();
        assertThat(promise.text()).contains("you have until");
        assertThat(promise.by()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(promised(conversation(device()))).isEmpty();
    }

    @Test
    void what_was_promised_too_long_ago_is_left_alone() {
        String visitor = device();
        String conv = conversation(visitor);
        say(visitor, conv, "I need an extension for my bill, can I pay later");
        say(visitor, conv, "tomorrow");
        await().atMost(Duration.ofSeconds(10)).until(() -> !promised(conv).isEmpty());
        String customer = log.header(conv).orElseThrow().customer();
        assertThat(kept.of(customer, Instant.now().plusSeconds(60))).isEmpty();
    }
}
