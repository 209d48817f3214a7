package io.attune.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.message.Content;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in: what is let in, once, in order, and what is not. */
class WebhookTest {
    private Try all;

    @BeforeEach
    void begin() {
        all = new Try();
    }

    @AfterEach
    void end() {
        all.close();
    }

    @Test
    void the_handshake_gives_the_challenge_back_to_who_knows_the_token() throws Exception {
        String known = "?hub.mode=subscribe&hub.verify_token=let%20me%20in&hub.challenge=1158201444";
        var response = Deliveries.HTTP.send(
                HttpRequest.newBuilder(URI.create(webhook() + known)).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("1158201444");
        assertThat(response.headers().firstValue("content-type")).contains("text/plain");
        for (String wrong : List.of(
                "?hub.mode=subscribe&hub.verify_token=let%20me%20out&hub.challenge=1",
                "?hub.mode=subscribe&hub.challenge=1",
                "?hub.mode=unsubscribe&hub.verify_token=let%20me%20in&hub.challenge=1",
                "?hub.mode=subscribe&hub.verify_token=let%20me%20in",
                "")) {
            var refused = HttpRequest.newBuilder(URI.create(webhook() + wrong)).build();
            assertThat(Deliveries.status(refused)).as(wrong).isEqualTo(403);
        }
    }

    @Test
    void nine_kinds_of_bad_signature_are_refused_and_leave_nothing() {
        byte[] body = Deliveries.text("16505551234", "wamid.bad", "hello").getBytes(StandardCharsets.UTF_8);
        String good = Deliveries.signature(Lines.SANDBOX_SECRET, body);
        var bad = new LinkedHashMap<String, List<String>>();
        bad.put("missing", List.of());
        bad.put("empty", List.of(""));
        bad.put("of another secret", List.of(Deliveries.signature("another", body)));
        bad.put(
                "of another body",
                List.of(Deliveries.signature(Lines.SANDBOX_SECRET, "{}".getBytes(StandardCharsets.UTF_8))));
        bad.put("without its prefix", List.of(good.substring(7)));
        bad.put("of another algorithm", List.of(good.replace("sha256=", "sha1=")));
        bad.put("too short", List.of(good.substring(0, good.length() - 2)));
        bad.put("not hex", List.of(good.substring(0, good.length() - 1) + "g"));
        bad.put("in capitals", List.of("sha256=" + good.substring(7).toUpperCase(Locale.ROOT)));
        bad.put("sent twice, once wrong", List.of(good, Deliveries.signature("another", body)));
        bad.forEach((kind, headers) -> {
            var request = HttpRequest.newBuilder(webhook()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(header -> request.header("X-Hub-Signature-256", header));
            assertThat(Deliveries.status(request.build())).as(kind).isEqualTo(401);
        });
        var reformatted = HttpRequest.newBuilder(webhook())
                .header("X-Hub-Signature-256", good)
                .POST(HttpRequest.BodyPublishers.ofString(new String(body, StandardCharsets.UTF_8) + " "));
        assertThat(Deliveries.status(reformatted.build())).isEqualTo(401);
        assertThat(all.conversations()).isEmpty();
    }

    @Test
    void twenty_five_deliveries_of_one_event_are_one_message() {
        String event = Deliveries.text("16505551234", "wamid.once", "my internet is slow");
        List<CompletableFuture<Integer>> sent = IntStream.range(0, 25)
                .mapToObj(i -> Deliveries.later(webhook(), event).thenApply(response -> response.statusCode()))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(200).hasSize(25);
        Deliveries.post(webhook(), Deliveries.text("16505551234", "wamid.next", "since monday"));
        heard("my internet is slow", "since monday");
    }

    @Test
    void every_type_of_message_is_taken_once() {
        for (String type : List.of(
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"a\",\"title\":\"A\"}}",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"b\",\"title\":\"B\"}}",
                "\"type\":\"button\",\"button\":{\"payload\":\"SIM\",\"text\":\"SIM\"}",
                "\"type\":\"location\",\"location\":{\"latitude\":-10.93,\"longitude\":-10.60,\"name\":\"Home\"}",
                "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Ann\"},\"phones\":[{\"phone\":\"+1\"}]}]",
                "\"type\":\"sticker\",\"sticker\":{\"id\":\"1\",\"mime_type\":\"image/webp\"}",
                "\"type\":\"unsupported\",\"errors\":[{\"code\":131051}]",
                "\"type\":\"order\",\"order\":{\"catalog_id\":\"1\"}",
                "\"type\":\"something_of_next_year\",\"something_of_next_year\":{\"x\":[1,{\"y\":null}]}",
                "\"type\":\"text\",\"text\":{}",
                "\"no\":\"type\"")) {
            int before = all.heard().size();
            String event = Deliveries.message("{\"from\":\"16505551234\",\"id\":\"wamid." + type.hashCode()
                    + "\",\"timestamp\":\"1749416383\"," + type + "}");
            for (int i = 0; i < 3; i++) {
                assertThat(Deliveries.post(webhook(), event)).isEqualTo(200);
            }
            await().untilAsserted(() -> assertThat(all.heard()).as(type).hasSize(before + 1));
        }
        assertThat(all.heard()).contains(new Content.Picked("a", "A"), new Content.Picked("b", "B"));
        assertThat(all.heard().stream().map(Content::words)).contains("SIM", "[location] Home (-10.93000, -10.60000)");
    }

    @Test
    void five_webhooks_of_a_new_contact_at_once_are_one_conversation() {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 5; i++) {
            String at = "\"timestamp\":\"" + (1749416383 + i) + "\"";
            String event = Deliveries.text("16505551234", "wamid.n" + i, "line " + i)
                    .replace("\"timestamp\":\"1749416383\"", at);
            sent.add(Deliveries.later(webhook(), event));
        }
        sent.forEach(CompletableFuture::join);
        await().untilAsserted(() -> assertThat(all.heard()).hasSize(5));
        assertThat(all.conversations()).hasSize(1);
    }

    @Test
    void a_contact_who_comes_under_number_and_id_at_once_is_one_person() {
        var sent = new ArrayList<CompletableFuture<?>>();
        String id = "\"from_user_id\":\"US.13491208655302741918\"";
        for (int i = 0; i < 6; i++) {
            String who = i % 2 == 0 ? "\"from\":\"16505551234\"," + id : id;
            sent.add(Deliveries.later(
                    webhook(),
                    Deliveries.value("\"messages\":[{" + who + ",\"id\":\"wamid.m" + i
                            + "\",\"timestamp\":\"1749416383\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]")));
        }
        sent.forEach(CompletableFuture::join);
        await().untilAsserted(() -> assertThat(all.heard()).hasSize(6));
        assertThat(all.conversations()).hasSize(1);
    }

    @Test
    void all_entries_changes_and_messages_of_a_delivery_are_taken() {
        String one = Deliveries.message(
                "{\"from\":\"16505551234\",\"id\":\"wamid.1\",\"timestamp\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"one\"}}",
                "{\"from\":\"16505551234\",\"id\":\"wamid.2\",\"timestamp\":\"2\",\"type\":\"text\",\"text\":{\"body\":\"two\"}}");
        String three = Deliveries.text("16505551234", "wamid.3", "three").replace("1749416383", "3");
        String both = one.replaceFirst("]}$", "," + three.substring(three.indexOf("\"entry\":[") + 9));
        assertThat(Deliveries.post(webhook(), both)).isEqualTo(200);
        heard("one", "two", "three");
    }

    @Test
    void messages_that_overtook_each_other_are_put_in_order() {
        all.close();
        all = new Try(api -> new Plain(api) {
            @Override
            public java.time.Duration gather() {
                return java.time.Duration.ofMillis(300);
            }
        });
        for (int second : List.of(3, 1, 2)) {
            String event = Deliveries.text("16505551234", "wamid.o" + second, "at " + second)
                    .replace("1749416383", "" + (1749416380 + second));
            Deliveries.post(webhook(), event);
        }
        heard("at 1", "at 2", "at 3");
    }

    @Test
    void what_is_genuine_and_of_no_use_is_acknowledged() {
        for (String body : List.of(
                "",
                "not json",
                "[]",
                "null",
                "7",
                "{}",
                "{\"entry\":7}",
                "{\"entry\":[null,[],{\"changes\":{}}]}",
                Deliveries.value("\"messages\":[{\"type\":\"text\"}]"),
                Deliveries.value("\"messages\":\"x\",\"statuses\":[1,null,{}]"),
                Deliveries.value("\"statuses\":[{\"id\":\"wamid.unknown\",\"status\":\"read\"}]"),
                Deliveries.value("\"statuses\":[{\"id\":\"wamid.unknown\",\"status\":\"new_word\"}]"),
                "[".repeat(900) + "]".repeat(900))) {
            assertThat(Deliveries.post(webhook(), body)).as(body).isEqualTo(200);
        }
        assertThat(all.conversations()).isEmpty();
        assertThat(Deliveries.post(webhook(), "x".repeat((3 << 20) + 1))).isEqualTo(413);
    }

    @Test
    void what_was_acknowledged_survives_the_process() {
        all.close();
        all = new Try(api -> new Plain(api) {
            @Override
            public java.time.Duration gather() {
                return java.time.Duration.ofSeconds(2);
            }
        });
        assertThat(Deliveries.post(webhook(), Deliveries.text("16505551234", "wamid.s", "still here")))
                .isEqualTo(200);
        all.restart();
        heard("still here");
    }

    private URI webhook() {
        return all.station.webhook();
    }

    private void heard(String... texts) {
        await().untilAsserted(() ->
                assertThat(all.heard().stream().map(Content::words)).containsExactly(texts));
    }
}
