package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.database.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database: the customer is on the first, the agent on the second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NodesSuite {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    /** Far below the seconds after which a node would find it in the log by itself. */
    private static final Duration LIVE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Planted planted = new Planted();

    @SuppressWarnings("NullAway.Init")
    private ServerProcess first;

    @SuppressWarnings("NullAway.Init")
    private ServerProcess second;

    /** How the nodes tell each other. */
    abstract Map<String, String> line();

    @BeforeAll
    void start() throws IOException {
        var environment = new HashMap<>(line());
        environment.put("ATTUNE_DB_URL", POSTGRES.url());
        environment.put("ATTUNE_TURN_PRESUMED_DEAD", "2s");
        String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
        first = ServerProcess.started(name + "-1", environment);
        second = ServerProcess.started(name + "-2", environment);
        second.server()
                .account("agent1")
                .put("/api/v1/agent/presence", "{\"state\":\"online\",\"capacity\":200}")
                .expect(200);
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void a_customer_and_an_agent_on_different_nodes_talk_live() throws IOException {
        Rest agent = second.server().account("agent1");
        try (var customer = Wire.opened(first.server(), planted);
                var desk = desk(agent)) {
            customer.send(Frames.hello(null, null).toString());
            String conv = customer.awaitFrame("welcome", LIVE).path("conv").asText();
            desk.send("{\"t\":\"watch\",\"conv\":\"" + conv + "\"}");
            customer.send(message("m1", "I want to talk to a person"));
            await(desk, f -> isEvent(f, "handoff.queued"));
            await(
                    desk,
                    f -> f.path("t").asText().equals("queue") && f.toString().contains(conv));

            agent.post(path(conv, "claim"), "{}").expect(200);
            await(customer, f -> isEvent(f, "handoff.joined"));
            customer.send("{\"t\":\"composing\",\"state\":\"start\"}");
            await(desk, f -> isTyping(f, "customer"));
            desk.send("{\"t\":\"composing\",\"conv\":\"" + conv + "\",\"state\":\"start\"}");
            await(customer, f -> isTyping(f, "agent"));

            agent.post(path(conv, "messages"), "{\"content\":{\"kind\":\"text\",\"text\":\"Good evening.\"}}")
                    .expect(200);
            await(customer, f -> isEvent(f, "message") && f.toString().contains("Good evening."));
            customer.send(message("m2", "hello, " + Planted.WORDS));
            await(desk, f -> isEvent(f, "message") && f.toString().contains(Planted.WORDS));
        }
    }

    @Test
    void of_claims_on_two_nodes_one_wins() throws Exception {
        Rest visitor =
                first.server().rest().asVisitor(first.server().ticket(null).visitor());
        Rest here = first.server().account("agent2");
        Rest there = second.server().account("agent1");
        here.put("/api/v1/agent/presence", "{\"state\":\"online\",\"capacity\":200}")
                .expect(200);
        for (int i = 0; i < 20; i++) {
            String conv = visitor.post("/api/v1/conversations", "{}")
                    .expect(201)
                    .json()
                    .path("conv")
                    .asText();
            Callable<Integer> one = () -> here.post(path(conv, "claim"), "{}").status();
            Callable<Integer> other =
                    () -> there.post(path(conv, "claim"), "{}").status();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var claims = threads.invokeAll(List.of(one, other));
                assertThat(claims).extracting(Future::resultNow).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void what_a_killed_node_owed_is_answered_by_the_other() throws IOException {
        String visitor = first.server().ticket(null).visitor();
        Rest there = second.server().rest().asVisitor(visitor);
        String conv = there.post("/api/v1/conversations", "{}")
                .expect(201)
                .json()
                .path("conv")
                .asText();
        long asked = first.server()
                .rest()
                .asVisitor(visitor)
                .with("Idempotency-Key", "k1")
                .post(
                        "/api/v1/conversations/" + conv + "/messages",
                        "{\"content\":{\"kind\":\"text\",\"text\":\"my internet is slow\"}}")
                .expect(201)
                .json()
                .path("seq")
                .asLong();
        first.kill();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            Log log = second.server().log(conv, visitor);
            while (answers(log, asked) == 0 && System.nanoTime() < deadline) {
                CareClient.pause(Duration.ofMillis(100));
                log = second.server().log(conv, visitor);
            }
            assertThat(answers(log, asked)).isPositive();
        } finally {
            first.start();
        }
    }

    private static long answers(Log log, long asked) {
        return log.events().stream()
                .filter(event -> event.body().path("data").path("replyTo").asLong() == asked)
                .count();
    }

    private Wire desk(Rest agent) throws IOException {
        String ticket = agent.post("/api/v1/agent/tickets", "{}")
                .expect(200)
                .json()
                .path("ticket")
                .asText();
        String address =
                second.server().base().toString().replaceFirst("^http", "ws") + "/ws/v1/agent?ticket=" + ticket;
        return new Wire(Socket.open(second.server().http(), URI.create(address), "agent.v1", null));
    }

    private static void await(Wire wire, Predicate<JsonNode> wanted) {
        long deadline = System.nanoTime() + LIVE.toNanos();
        while (wire.socket().next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))
                instanceof Socket.Frame frame) {
            wire.seen().add(frame.json());
            if (wanted.test(frame.json())) {
                return;
            }
        }
        throw new AssertionError("it did not come; what came: " + wire.seen());
    }

    private static boolean isEvent(JsonNode frame, String ev) {
        return frame.path("t").asText().equals("event")
                && frame.path("ev").asText().equals(ev);
    }

    private static boolean isTyping(JsonNode frame, String role) {
        return frame.path("t").asText().equals("typing")
                && frame.path("role").asText().equals(role);
    }

    private static String message(String id, String text) {
        return "{\"t\":\"send\",\"id\":\"" + id + "\",\"content\":{\"kind\":\"text\",\"text\":\"" + text + "\"}}";
    }

    private static String path(String conv, String what) {
        return "/api/v1/agent/conversations/" + conv + "/" + what;
    }
}
