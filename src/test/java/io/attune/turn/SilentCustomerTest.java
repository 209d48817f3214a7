package io.attune.turn;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer who does not answer sees, on a server that loses patience after a second. */
@QuarkusTest
@TestProfile(SilentCustomerTest.Impatient.class)
class SilentCustomerTest {
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.turn.silence.nudge-after", "1s",
                    "attune.turn.silence.close-after", "2s",
                    "attune.turn.silence.look-every", "100ms");
        }
    }

    @SuppressWarnings("NullAway.Init")
    private String customer;

    @BeforeEach
    void visit() {
        customer = device();
    }

    private String conversation() {
        return visiting(customer)
                .body("{\"locale\":\"es\"}")
                .post("/api/v1/conversations")
                .then()
                .extract()
                .path("conv");
    }

    private void say(String conv, String text) {
        visiting(customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
    }

    private List<Map<String, Object>> events(String conv) {
        return visiting(customer)
                .get("/api/v1/conversations/" + conv + "/events?limit=1000")
                .then()
                .extract()
                .path("events");
    }

    private long count(String conv, String ev) {
        return events(conv).stream().filter(event -> event.get("ev").equals(ev)).count();
    }

    /** Another customer's silence, begun now, has been written to and closed: this one's would have been too. */
    private void untilSilenceIsNoticed() {
        String other = conversation();
        say(other, "internet va muy lento");
        await().atMost(Duration.ofSeconds(20)).until(() -> count(other, "conversation.closed") == 1);
    }

    @Test
    void is_asked_once_more_then_told_how_to_come_back_and_finds_everything_there() {
        String conv = conversation();
        say(conv, "internet va muy lento");
        await().atMost(Duration.ofSeconds(20)).until(() -> count(conv, "conversation.closed") == 1);
        List<Map<String, Object>> events = events(conv);
        assertThat(events.toString())
                .contains("¿Sigues ahí?")
                .contains("cierro esta conversación")
                .contains("no_reply");
        // Greeting, the customer, the question, one gentle word, the close.
        assertThat(count(conv, "message")).isEqualTo(5);
        assertThat(count(conv, "csat.requested")).isZero();
        say(conv, "hola");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> events(conv).toString().contains("Qué bien que hayas vuelto"));
    }

    @Test
    void is_left_in_peace_when_they_never_wrote_or_wait_for_a_person() {
        String silent = conversation();
        String waiting = conversation();
        say(waiting, "quiero hablar con una persona");
        await().atMost(Duration.ofSeconds(10)).until(() -> count(waiting, "handoff.queued") == 1);
        long before = count(waiting, "message");
        untilSilenceIsNoticed();
        assertThat(count(silent, "message")).isEqualTo(1);
        assertThat(count(waiting, "message")).isEqualTo(before);
        assertThat(count(waiting, "conversation.closed")).isZero();
    }

    @Test
    void is_an_agents_alone_once_one_has_joined() {
        String conv = conversation();
        say(conv, "internet va muy lento");
        await().atMost(Duration.ofSeconds(10)).until(() -> count(conv, "message") == 3);
        as("agent1")
                .body("{}")
                .post("/api/v1/agent/conversations/" + conv + "/claim")
                .then()
                .statusCode(200);
        long before = count(conv, "message");
        untilSilenceIsNoticed();
        assertThat(count(conv, "message")).isEqualTo(before);
        assertThat(count(conv, "conversation.closed")).isZero();
    }
}
