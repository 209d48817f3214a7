package io.attune.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.channel.Letter;
import io.attune.channel.Letter.State;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationEvent.Status;
import io.attune.conversation.Guard;
import io.attune.conversation.LogPages;
import io.attune.conversation.Sender;
import io.attune.customer.Given;
import io.attune.customer.Identity;
import io.attune.customer.Origin;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.turn.ReceptionUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way out, with what can happen on it. */
class DeliveryTest {
    private static final byte[] PNG = new byte[700];

    static {
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        System.arraycopy(head, 0, PNG, 0, head.length);
    }

    private Try all = new Try();

    @BeforeEach
    void begin() {
        all.phone.say("hello");
        await().until(() -> all.heard().size() == 1);
    }

    @AfterEach
    void end() {
        all.close();
    }

    @Test
    void taps_on_buttons_and_lists_come_back_as_what_was_picked() {
        all.botSays(new Content.Choices(
                "Wi-Fi or cable?", List.of(Choice.of("w", "Wi-Fi"), Choice.of("c", "Cable")), null));
        await().until(() -> all.phone.received().size() == 1);
        assertThat(all.phone.received().getFirst().path("kind").asText()).isEqualTo("button");
        all.phone.tap(all.phone.received().getFirst(), 1);
        await().untilAsserted(() -> assertThat(all.heard()).contains(new Content.Picked("c", "Cable")));

        all.botSays(new Content.Choices("Which room?", choices(7), null));
        await().until(() -> all.phone.received().size() == 2);
        assertThat(all.phone.received().getLast().path("kind").asText()).isEqualTo("list");
        all.phone.tap(all.phone.received().getLast(), 6);
        await().untilAsserted(() -> assertThat(all.heard()).contains(new Content.Picked("room-6", "Room 6")));
    }

    @Test
    void an_answer_may_be_typed() {
        all.botSays(new Content.Choices("Which room?", choices(4), null));
        await().until(() -> all.phone.received().size() == 1);
        // One after the other: within a second the provider promises no order.
        all.phone.say("3");
        await().until(() -> all.heard().size() == 2);
        all.phone.say("room 1");
        await().until(() -> all.heard().size() == 3);
        all.phone.say("all of them");
        await().untilAsserted(() -> assertThat(all.heard())
                .containsExactly(
                        new Content.Text("hello"),
                        new Content.Picked("room-2", "Room 2"),
                        new Content.Picked("room-1", "Room 1"),
                        new Content.Text("all of them")));
    }

    @Test
    void a_letter_rises_with_what_is_told_and_never_falls() {
        all.botSays(new Content.Text("one"));
        await().until(() -> letter().state() == State.DELIVERED);
        all.phone.looked();
        await().until(() -> letter().state() == State.READ);
        String id = letter().externalId();
        for (String state : List.of("sent", "delivered", "failed", "sent")) {
            Deliveries.post(
                    all.station.webhook(),
                    Deliveries.value("\"statuses\":[{\"id\":\"" + id + "\",\"status\":\"" + state
                            + "\",\"errors\":[{\"code\":131026}]}]"));
        }
        pause(300);
        assertThat(letter().state()).isEqualTo(State.READ);
    }

    @Test
    void after_the_window_it_waits_and_a_template_asks_once() {
        expire();
        all.botSays(new Content.Text("your engineer comes tomorrow"));
        all.botSays(new Content.Text("between nine and ten"));
        await().untilAsserted(() -> assertThat(all.phone.texts()).containsExactly("please_write"));
        assertThat(all.events()).contains(new Status(Sender.SYSTEM, "delivery_held", null));
        pause(300);
        all.phone.say("yes?");
        await().untilAsserted(() -> assertThat(all.phone.texts())
                .containsExactly("please_write", "your engineer comes tomorrow", "between nine and ten"));
    }

    @Test
    void a_window_that_the_provider_finds_over_is_told_later_and_nothing_is_lost() {
        all.phone.expire();
        all.botSays(new Content.Text("are you there?"));
        await().untilAsserted(() -> assertThat(letter().state()).isEqualTo(State.HELD));
        assertThat(letter().fault()).isEqualTo("131047");
        all.phone.say("I am");
        await().untilAsserted(() -> assertThat(all.phone.texts()).contains("are you there?"));
    }

    @Test
    void errors_of_the_provider_are_waited_out() {
        for (String fail : List.of("131056", "130429", "http500", "lost", "dropped")) {
            all.phone.fail(fail, 2);
            all.botSays(new Content.Text("after " + fail));
            await().untilAsserted(() -> assertThat(all.phone.texts()).as(fail).contains("after " + fail));
        }
        pause(500);
        assertThat(all.phone.texts())
                .containsExactly("after 131056", "after 130429", "after http500", "after lost", "after dropped");
    }

    @Test
    void what_will_never_arrive_is_given_up_and_stands_in_the_log() {
        all.phone.fail("131026", 1);
        all.botSays(new Content.Text("never"));
        all.botSays(new Content.Text("ever after"));
        await().untilAsserted(() -> assertThat(all.phone.texts()).containsExactly("ever after"));
        assertThat(all.events()).contains(new Status(Sender.SYSTEM, "delivery_failed", null));
        assertThat(letter().fault()).isEqualTo("131026");
    }

    @Test
    void a_refused_token_loses_nothing() {
        all.phone.fail("190", 1);
        all.botSays(new Content.Text("patience"));
        pause(300);
        assertThat(letter().state()).isEqualTo(State.WAITING);
        assertThat(letter().nextAt()).isAfter(Instant.now().plusSeconds(30));
    }

    @Test
    void to_one_customer_messages_go_at_the_pace_that_is_allowed() {
        all.close();
        all = new Try(api -> new Plain(api) {
            @Override
            public int pairBurst() {
                return 2;
            }

            @Override
            public Duration pairEvery() {
                return Duration.ofMillis(400);
            }
        });
        begin();
        long start = System.nanoTime();
        IntStream.range(0, 4).forEach(i -> all.botSays(new Content.Text("m" + i)));
        await().untilAsserted(() -> assertThat(all.phone.texts()).containsExactly("m0", "m1", "m2", "m3"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void an_agent_is_introduced_and_their_words_go_out_too() {
        all.say(new HandoffQueued(Sender.SYSTEM, 1, null));
        all.say(new HandoffJoined(Sender.agent("agent1", "Ana")));
        all.say(new Message(Sender.agent("agent1", "Ana"), null, new Content.Text("How can I help?"), null, null));
        all.say(new Note(Sender.agent("agent1", "Ana"), "sounds upset", null));
        await().untilAsserted(() ->
                assertThat(all.phone.texts()).containsExactly("Ana has joined the conversation.", "How can I help?"));
    }

    @Test
    void a_customer_who_hides_the_number_is_answered_by_their_id() {
        all.phone.become("16505550199", true);
        all.phone.say("hello from nowhere");
        await().until(() -> all.conversations().size() == 2);
        String conv = all.conversations().stream()
                .filter(header ->
                        LogPages.all(all.station.log, header.id(), 0).toString().contains("nowhere"))
                .findFirst()
                .orElseThrow()
                .id();
        all.station.log.append(io.attune.conversation.Append.of(
                conv, Guard.NONE, new Message(Sender.BOT, null, new Content.Text("hello you"), null, null)));
        await().untilAsserted(() -> assertThat(all.phone.texts()).contains("hello you"));
        assertThat(all.station
                        .peers
                        .find(Lines.SANDBOX_NUMBER, "US.16505550199", null)
                        .orElseThrow()
                        .waId())
                .isNull();
    }

    @Test
    void a_customer_goes_on_here_where_they_left_off_elsewhere_and_is_answered_where_they_wrote_last() {
        String conv = all.conversation().id();
        ReceptionUnderTest.accept(all.station.log, conv, "web-1", "now from the website");
        all.botSays(new Content.Text("answer on the website"));
        pause(300);
        assertThat(all.phone.texts()).isEmpty();
        all.phone.say("and here again");
        await().until(() -> all.heard().size() == 3);
        all.botSays(new Content.Text("answer on the phone"));
        await().untilAsserted(() -> assertThat(all.phone.texts()).containsExactly("answer on the phone"));
        assertThat(all.conversations()).hasSize(1);
    }

    @Test
    void a_number_that_the_provider_knows_is_its_customer() {
        Instant now = Instant.now();
        all.station.customers.change(
                "C-7",
                Given.of(Map.of(), Origin.of("crm", now)),
                List.of(new Identity("whatsapp", "+16505550177", true)),
                now);
        all.phone.become("16505550177", false);
        all.phone.say("it is me");
        await().until(() -> all.station.log.openOf("C-7").isPresent());
    }

    @Test
    void a_customer_who_changes_the_number_stays_the_same_and_the_old_number_is_a_stranger() {
        String event = Deliveries.value(
                "\"messages\":[{\"from\":\"16505550100\",\"id\":\"wamid.sys\",\"timestamp\":\"1\","
                        + "\"type\":\"system\",\"system\":{\"body\":\"changed\",\"wa_id\":\"16505550111\",\"type\":\"user_changed_number\"}}]");
        Deliveries.post(all.station.webhook(), event);
        await().until(() -> all.station
                .peers
                .find(Lines.SANDBOX_NUMBER, null, "16505550111")
                .isPresent());
        Deliveries.post(all.station.webhook(), Deliveries.text("16505550111", "wamid.new", "new phone, same me"));
        await().until(() -> all.heard().size() == 2);
        assertThat(all.conversations()).hasSize(1);
        Deliveries.post(all.station.webhook(), Deliveries.text("16505550100", "wamid.old", "who are you?"));
        await().until(() -> all.conversations().size() == 2);
    }

    @Test
    void a_photo_is_kept_and_stands_in_the_log() {
        all.phone.file("image/png", PNG);
        await().untilAsserted(() -> assertThat(all.heard().getLast())
                .isInstanceOfSatisfying(Content.Image.class, image -> {
                    assertThat(image.mime()).isEqualTo("image/png");
                    assertThat(image.bytes()).isEqualTo(PNG.length);
                }));
    }

    @Test
    void files_that_are_too_large_or_of_no_known_type_are_not_kept_and_said_so() {
        botAnswers();
        all.phone.file("image/png", "MZ\0\1 this is a program".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(notes()).anyMatch(note -> note.endsWith("its type is not taken.")));
        await().untilAsserted(() ->
                assertThat(all.phone.texts()).containsExactly("hi", Remark.NOT_KEPT.in(io.attune.message.Language.EN)));
        all.phone.file("image/png", java.util.Arrays.copyOf(PNG, 600_001));
        await().untilAsserted(() -> assertThat(notes()).anyMatch(note -> note.endsWith("it is too large.")));
        assertThat(all.heard()).contains(new Content.Text("[photo]"));
    }

    @Test
    void what_cannot_be_read_is_answered_and_reactions_are_noted() {
        botAnswers();
        all.phone.send("unsupported");
        await().untilAsserted(() -> assertThat(all.phone.texts())
                .containsExactly("hi", Remark.ONLY_WORDS.in(io.attune.message.Language.EN)));
        all.phone.send("reaction");
        await().untilAsserted(() -> assertThat(notes()).anyMatch(note -> note.contains("👍")));
    }

    @Test
    void the_customer_sees_that_they_were_read_and_that_an_answer_is_written() {
        await().untilAsserted(() -> {
            assertThat(all.phone.state().path("bubbles").path(0).path("status").asText())
                    .isEqualTo("read");
            assertThat(all.phone.state().path("typing").asBoolean()).isTrue();
        });
    }

    /** What the bot does not owe any more leaves room for a remark. */
    private void botAnswers() {
        all.say(new Message(Sender.BOT, null, new Content.Text("hi"), null, 1L));
    }

    private List<String> notes() {
        return all.events().stream()
                .filter(event -> event instanceof Note)
                .map(event -> ((Note) event).text())
                .toList();
    }

    private void expire() {
        Peer peer = all.station.peers.ofCustomer(all.conversation().customer()).getFirst();
        all.station.peers.windowOver(peer.id(), Instant.now());
        all.phone.expire();
    }

    private Letter letter() {
        return all.station.outbox.letters(all.conversation().id(), 0).stream()
                .findFirst()
                .orElseThrow();
    }

    private static List<Choice> choices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Choice.of("room-" + i, "Room " + i))
                .toList();
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
