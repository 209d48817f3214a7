package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong on a socket gets the contract's error or close code, and harms nobody. */
class BadFramesIT {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String HELLO = "{\"t\":\"hello\",\"v\":1}";
    private static final Planted PLANTED = new Planted();

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess process;

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    @BeforeAll
    static void start() {
        process = ServerProcess.started("bad-frames", Map.of());
        server = process.server();
    }

    @AfterAll
    static void the_server_is_unharmed_and_its_log_is_clean() throws Exception {
        try (var running = process) {
            assertThat(server.rest().get("/q/health/live").status()).isEqualTo(200);
            try (var socket = Wire.welcomed(server, PLANTED)) {
                socket.send(message("last", "hello"));
                socket.awaitFrame("accepted", SOON);
            }
            PLANTED.isNotIn(running.log());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purplezebra",
                "",
                "null",
                "[]",
                "{}",
                "{\"t\":7}",
                "{\"t\":\"purplezebra\"}",
                "{\"t\":\"send\"}",
                "{\"t\":\"send\",\"id\":\"m\",\"content\":{\"kind\":\"text\"}}",
                "{\"t\":\"send\",\"id\":\"m\",\"content\":{\"kind\":\"choice\"}}",
                "{\"t\":\"send\",\"id\":\"m\",\"content\":{\"kind\":\"purplezebra\",\"text\":\"x\"}}",
                "{\"t\":\"send\",\"id\":\"m\",\"content\":\"purplezebra\"}",
                "{\"t\":\"send\",\"id\":\"bad id!\",\"content\":{\"kind\":\"text\",\"text\":\"x\"}}",
                "{\"t\":\"send\",\"id\":\"\",\"content\":{\"kind\":\"text\",\"text\":\"x\"}}",
                "{\"t\":\"send\",\"id\":\"m\",\"content\":{\"kind\":\"text\",\"text\":\"x\"},\"purplezebra\":1}",
                "{\"t\":\"send\",\"id\":\"m\",\"content\":{\"kind\":\"text\",\"text\":\"x\"},\"compose\":{\"draft\":\"y\"}}",
                "{\"t\":\"read\",\"seq\":-1}",
                "{\"t\":\"read\",\"seq\":\"one\"}",
                "{\"t\":\"ack\"}",
                "{\"t\":\"composing\",\"state\":\"dancing\"}",
                "{\"t\":\"hello\",\"v\":1}"
            })
    void a_malformed_frame_gets_an_error_and_the_socket_stays_open(String bad) throws IOException {
        try (var socket = Wire.welcomed(server, PLANTED)) {
            socket.send(bad);

            var error = socket.awaitFrame("error", SOON);
            assertThat(error.path("code").asText()).isEqualTo("bad_frame");
            Planted.showsNoInsides(error.toString());
            socket.send("{\"t\":\"ping\"}");
            socket.awaitFrame("pong", SOON);
        }
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_one_at_the_limit_taken() throws IOException {
        try (var socket = Wire.welcomed(server, PLANTED)) {
            socket.send(message("long", "x".repeat(4097)));
            assertThat(codeOf(socket.awaitFrame("error", SOON))).isEqualTo("bad_frame");
            socket.send(message("fits", "x".repeat(4096)));
            socket.awaitFrame("accepted", SOON);
        }
    }

    @Test
    void a_frame_over_64_kB_closes_with_1009() throws IOException {
        try (var socket = Wire.welcomed(server, PLANTED)) {
            socket.send(message("big", Planted.WORDS.repeat(7_000)));
            assertThat(socket.awaitClose(SOON)).isEqualTo(1009);
        }
        try (var raw = new RawSocket(server.base(), PLANTED.ticket(server).ticket())) {
            raw.text(HELLO);
            raw.frame(RawSocket.TEXT, new byte[200_000], true);
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
        try (var raw = new RawSocket(server.base(), PLANTED.ticket(server).ticket())) {
            raw.text(HELLO);
            raw.text(new byte[40_000], new byte[40_000]);
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void bytes_that_are_no_frames_end_the_connection_alone() throws IOException {
        byte[] notUtf8 = {(byte) 0xc3, (byte) 0x28};
        try (var raw = new RawSocket(server.base(), PLANTED.ticket(server).ticket())) {
            raw.text(HELLO);
            raw.frame(RawSocket.TEXT, notUtf8, true);
            raw.frame(RawSocket.BINARY, notUtf8, true);
            raw.frame(RawSocket.TEXT, HELLO.getBytes(StandardCharsets.UTF_8), false);
            assertThat(raw.closeCode()).isNotEqualTo(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purplezebra",
                "{\"t\":\"hello\"}",
                "{\"t\":\"hello\",\"v\":2}",
                "{\"t\":\"hello\",\"v\":1,\"purplezebra\":true}",
                "{\"t\":\"hello\",\"v\":1,\"resume\":{\"seq\":1}}"
            })
    void a_bad_hello_closes_with_4400(String bad) throws IOException {
        try (var socket = Wire.opened(server, PLANTED)) {
            socket.send(bad);
            assertThat(socket.awaitClose(SOON)).isEqualTo(4400);
        }
    }

    @Test
    void no_hello_closes_with_4401() throws IOException {
        try (var socket = Wire.opened(server, PLANTED)) {
            assertThat(socket.awaitClose(Duration.ofSeconds(8))).isEqualTo(4401);
        }
        try (var socket = Wire.opened(server, PLANTED)) {
            socket.send(message("early", Planted.WORDS));
            assertThat(socket.awaitClose(SOON)).isIn(4400, 4401);
        }
    }

    @Test
    void a_ticket_opens_one_connection() throws IOException {
        String ticket = PLANTED.ticket(server).ticket();
        try (var first = new Wire(server.open(ticket))) {
            first.send(HELLO);
            first.awaitFrame("welcome", SOON);
            assertThat(Wire.closeOf(server, ticket, server.base().toString())).isIn(401, 4401);
        }
        assertThat(Wire.closeOf(server, "", server.base().toString())).isIn(401, 4401);
        assertThat(Wire.closeOf(server, "made-up", server.base().toString())).isIn(401, 4401);
    }

    @Test
    void a_foreign_origin_is_refused() throws IOException {
        String ticket = PLANTED.ticket(server).ticket();
        assertThat(Wire.closeOf(server, ticket, "https://evil.example")).isIn(403, 4403);
    }

    @Test
    void another_visitors_conversation_does_not_exist() throws IOException {
        String conv;
        try (var owner = Wire.opened(server, PLANTED)) {
            owner.send(HELLO);
            conv = owner.awaitFrame("welcome", SOON).path("conv").asText();
        }
        for (String wanted : new String[] {conv, "no-such-conversation"}) {
            try (var stranger = Wire.opened(server, PLANTED)) {
                stranger.send(Frames.hello(wanted, null).toString());
                assertThat(stranger.awaitClose(SOON)).isEqualTo(4404);
            }
        }
    }

    @Test
    void an_id_with_other_words_is_a_conflict_and_with_the_same_words_a_repetition() throws IOException {
        try (var socket = Wire.welcomed(server, PLANTED)) {
            socket.send(message("one", "hello " + Planted.PHONE));
            long seq = socket.awaitFrame("accepted", SOON).path("seq").asLong();
            socket.send(message("one", "other words"));
            assertThat(codeOf(socket.awaitFrame("error", SOON))).isEqualTo("id_conflict");
            socket.send(message("one", "hello " + Planted.PHONE));
            var again = socket.awaitFrame("accepted", SOON);
            assertThat(again.path("dup").asBoolean()).isTrue();
            assertThat(again.path("seq").asLong()).isEqualTo(seq);
        }
    }

    @Test
    void too_many_messages_get_a_warning_and_then_4429() throws IOException {
        try (var socket = Wire.welcomed(server, PLANTED)) {
            for (int i = 0; i < 30; i++) {
                socket.send(message("r" + i, "message " + i));
            }
            var error = socket.awaitFrame("error", SOON);
            assertThat(codeOf(error)).isEqualTo("rate_limited");
            assertThat(error.path("retryAfterMs").asLong()).isBetween(1L, 10_000L);
            assertThat(socket.awaitClose(SOON)).isEqualTo(4429);
            assertThat(socket.count("accepted")).isLessThanOrEqualTo(20);
        }
    }

    private static String codeOf(JsonNode error) {
        return error.path("code").asText();
    }

    private static String message(String id, String text) {
        return Frames.send(id, Frames.text(text)).toString();
    }
}
