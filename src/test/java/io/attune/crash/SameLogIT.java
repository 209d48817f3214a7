package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sockets, pages and the event stream show one and the same log, and every way in leads to it. */
class SameLogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess process;

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    @BeforeAll
    static void start() {
        process = ServerProcess.started("same-log", Map.of());
        server = process.server();
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void two_tabs_of_one_visitor_write_into_one_conversation_and_see_the_same() throws IOException {
        Server.Ticket first = server.ticket(null);
        try (var one = new CareClient(server, "one", new Acknowledgements(), first.visitor());
                var two = new CareClient(server, "two", new Acknowledgements(), first.visitor())) {
            one.await(PATIENCE, () -> one.memory().lastConnection() != null);
            two.await(PATIENCE, () -> two.memory().lastConnection() != null);
            one.send("my internet is slow");
            one.await(PATIENCE, () -> one.memory().outbox().isEmpty());
            two.send("what is on my bill?");
            two.await(PATIENCE, () -> two.memory().outbox().isEmpty());
            Log log = one.settle(PATIENCE);
            two.await(PATIENCE, () -> two.memory().lastSeq() >= log.head());

            assertThat(two.memory().history().conv()).isEqualTo(log.conv());
            assertThat(log.events().stream().filter(event -> event.isMessageOf("customer")))
                    .hasSize(2);
            assertSawTheLog(one, log);
            assertSawTheLog(two, log);
        }
    }

    private static void assertSawTheLog(CareClient client, Log log) {
        var stored = log.events().stream().collect(Collectors.toMap(Event::seq, Event::body));
        List<Event> seen = java.util.Objects.requireNonNull(client.memory().lastConnection())
                .events();
        assertThat(seen.getLast().seq()).isEqualTo(log.head());
        assertThat(seen).allSatisfy(event -> assertThat(event.body()).isEqualTo(stored.get(event.seq())));
        assertThat(client.memory().history().faults()).isEmpty();
    }

    @Test
    void a_message_over_rest_is_answered_and_the_event_stream_tells_it_from_any_point() throws Exception {
        String visitor = server.ticket(null).visitor();
        Rest rest = server.rest().asVisitor(visitor);
        String conv = rest.post("/api/v1/conversations", "{}")
                .expect(201)
                .json()
                .path("conv")
                .asText();
        var message = Frames.object().set("content", Frames.text("my internet is slow"));
        JsonNode stored = rest.with("Idempotency-Key", "r-1")
                .post("/api/v1/conversations/" + conv + "/messages", message)
                .expect(201)
                .json();

        long asked = stored.path("seq").asLong();
        Log log = answered(conv, visitor, asked);
        assertThat(stream(conv, visitor, 0, log.head())).isEqualTo(log.events());
        assertThat(stream(conv, visitor, asked, log.head()))
                .isEqualTo(log.events().subList((int) asked, log.events().size()));
    }

    private static Log answered(String conv, String visitor, long asked) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Log log = server.log(conv, visitor);
            if (log.events().stream().anyMatch(event -> event.isMessageOf("bot") && event.replyTo() != null)) {
                return log;
            }
            CareClient.pause(Duration.ofMillis(50));
        }
        throw new AssertionError("the message at " + asked + " was not answered");
    }

    /** Events of the SSE stream after a seq, up to another. */
    private static List<Event> stream(String conv, String visitor, long after, long through) throws Exception {
        var request = HttpRequest.newBuilder(
                        server.base().resolve(URI.create("/api/v1/conversations/" + conv + "/stream")))
                .header("Authorization", "Visitor " + visitor)
                .header("Accept", "text/event-stream")
                .timeout(PATIENCE);
        if (after > 0) {
            request.header("Last-Event-ID", Long.toString(after));
        }
        try (var lines = server.http()
                .send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            var reader = lines.filter(line -> line.startsWith("id:") || line.startsWith("data:"))
                    .limit((through - after) * 2)
                    .toList();
            assertThat(reader.stream()
                            .filter(line -> line.startsWith("id:"))
                            .map(line -> Long.parseLong(line.substring(3).strip())))
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(after + 1, through)
                            .boxed()
                            .toList());
            return reader.stream()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> Event.read(Frames.read(line.substring(5))))
                    .toList();
        }
    }
}
