package io.attune.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.database.PostgresServer;
import io.attune.message.Choice;
import io.attune.message.Content;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same statements on PostgreSQL: one story through all of them. */
class WhatsAppOnPostgresTest {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Test
    void a_story_of_repetitions_a_closed_window_a_restart_and_being_forgotten() {
        Database database = Database.open(Address.of(POSTGRES.url(), "postgres", ""), 8);
        try (var all = new Try(Plain::new, database)) {
            String event = Deliveries.text("16505550100", "wamid.once", "hello");
            IntStream.range(0, 25)
                    .mapToObj(i -> Deliveries.later(all.station.webhook(), event))
                    .toList()
                    .forEach(CompletableFuture::join);
            all.phone.become("16505550100", true);
            all.phone.say("from my phone");
            all.phone.become("16505550100", false);
            all.phone.say("with my number");
            await().untilAsserted(() -> assertThat(all.heard()).hasSize(3));
            assertThat(all.conversations()).hasSizeBetween(1, 2);

            Peer peer = all.station
                    .peers
                    .find(Lines.SANDBOX_NUMBER, null, "16505550100")
                    .orElseThrow();
            String conv = all.station.log.openOf(peer.customer()).orElseThrow().id();
            all.say(conv, new Content.Choices("Which?", List.of(Choice.of("a", "A"), Choice.of("b", "B")), null));
            await().untilAsserted(() -> assertThat(all.phone.texts()).containsExactly("Which?"));
            all.station.peers.windowOver(peer.id(), Instant.now());
            all.phone.expire();
            all.say(conv, new Content.Text("later"));
            await().untilAsserted(() -> assertThat(all.phone.texts()).containsExactly("Which?", "please_write"));
            all.restart();
            all.phone.say("back");
            await().untilAsserted(
                            () -> assertThat(all.phone.texts()).containsExactly("Which?", "please_write", "later"));

            var kept = new WhatsAppOfCustomer(all.station.peers, all.station.outbox);
            kept.erase(peer.customer());
            assertThat(all.station.peers.ofCustomer(peer.customer())).isEmpty();
            assertThat(all.station.outbox.letters(conv, 0)).isEmpty();
        }
    }
}
