package io.attune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.store.LogUnderTest;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the log promises, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LogSuite {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Sender ANA = Sender.agent("ana", "Ana");
    private static final Sender BEN = Sender.agent("ben", "Ben");

    private Database database;
    private LiveFeed feed;
    private ConversationLog log;
    private int opened;

    abstract Address address() throws Exception;

    @BeforeAll
    void open() throws Exception {
        database = Database.open(address(), 6);
        feed = new LiveFeed();
        log = LogUnderTest.open(database, feed, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        LogUnderTest.close(log);
        database.close();
    }

    @Test
    void numbers_run_from_one_without_gaps_under_concurrent_appends() {
        String conv = conversation();
        var waiting = new ArrayList<CompletableFuture<Appended>>();
        for (int i = 0; i < 500; i++) {
            waiting.add(say(conv, "m" + i, "text " + i));
        }
        waiting.forEach(CompletableFuture::join);

        assertThat(log.read(conv, 0, 1000))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void the_same_message_twice_stands_once_and_gets_the_same_number() {
        String conv = conversation();
        var first = (Appended.Done) say(conv, "a", "hello").join();
        var again = (Appended.Duplicate) say(conv, "a", "hello").join();

        assertThat(again.seq()).isEqualTo(first.firstSeq());
        assertThat(log.read(conv, 0, 10)).hasSize(1);
    }

    @Test
    void repetitions_in_one_group_stand_once() {
        String conv = conversation();
        List<CompletableFuture<Appended>> all =
                IntStream.range(0, 25).mapToObj(i -> say(conv, "same", "hello")).toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(Appended.Done.class::isInstance))
                .hasSize(1);
        assertThat(log.read(conv, 0, 10)).hasSize(1);
    }

    @Test
    void another_message_under_the_same_id_is_refused() {
        String conv = conversation();
        say(conv, "a", "hello").join();

        assertThat(say(conv, "a", "goodbye").join()).isInstanceOf(Appended.IdConflict.class);
        assertThat(log.read(conv, 0, 10)).hasSize(1);
    }

    @Test
    void a_turn_that_was_overtaken_by_a_message_leaves_nothing() {
        String conv = conversation();
        say(conv, "a", "hello").join();
        Conversation read = log.load(conv).orElseThrow();
        say(conv, "b", "and another thing").join();

        assertThat(answer(read, "hi").join()).isInstanceOf(Appended.Refused.class);
        assertThat(log.read(conv, 0, 10)).hasSize(2);
    }

    @Test
    void a_turn_cannot_commit_after_an_agent_took_over() {
        String conv = conversation();
        say(conv, "a", "hello").join();
        Conversation read = log.load(conv).orElseThrow();
        claim(conv, ANA).join();

        assertThat(answer(read, "hi").join()).isInstanceOf(Appended.Refused.class);
        Header after = log.header(conv).orElseThrow();
        assertThat(after.owner()).isEqualTo(Owner.AGENT);
        assertThat(after.agent()).isEqualTo("ana");
        assertThat(after.isPending()).isFalse();
    }

    @Test
    void of_many_claims_exactly_one_wins() {
        String conv = conversation();
        append(conv, Guard.NONE, new HandoffQueued(Sender.SYSTEM, 1, null)).join();
        var claims = new ArrayList<CompletableFuture<Appended>>();
        for (int i = 0; i < 200; i++) {
            claims.add(claim(conv, i % 2 == 0 ? ANA : BEN));
        }

        assertThat(claims.stream().map(CompletableFuture::join).filter(Appended.Done.class::isInstance))
                .hasSize(1);
    }

    @Test
    void what_is_owed_is_kept_until_it_is_answered() {
        String conv = conversation();
        say(conv, "a", "hello").join();
        assertThat(log.header(conv).orElseThrow().isPending()).isTrue();

        answer(log.load(conv).orElseThrow(), "hi").join();

        Header after = log.header(conv).orElseThrow();
        assertThat(after.isPending()).isFalse();
        assertThat(after.answered()).isEqualTo(1);
        assertThat(log.load(conv).orElseThrow().unanswered()).isEmpty();
    }

    @Test
    void a_dead_turn_is_taken_over_once_and_counted() {
        String conv = conversation();
        say(conv, "a", "hello").join();
        Instant later = Instant.now().plus(Duration.ofMinutes(1));

        assertThat(mine(log.takeOverDied(later, later.plusSeconds(1), 1000), conv))
                .hasSize(1);
        assertThat(mine(log.takeOverDied(later, later.plusSeconds(1), 1000), conv))
                .isEmpty();
        assertThat(log.header(conv).orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void the_fold_from_the_snapshot_equals_the_fold_from_the_start() {
        String conv = conversation();
        for (int i = 0; i < 30; i++) {
            say(conv, "m" + i, "text " + i).join();
            answer(log.load(conv).orElseThrow(), "answer " + i).join();
        }
        claim(conv, ANA).join();
        append(conv, Guard.ownedBy("ana"), new HandoffReturned(ANA, "check the cable"))
                .join();

        ConversationLog fresh = LogUnderTest.open(database, new LiveFeed(), Clock.systemUTC());
        Conversation fromSnapshot = fresh.load(conv).orElseThrow();
        Conversation fromStart =
                Conversation.start(fromSnapshot.header().restarted(), null).next(log.read(conv, 0, 1000));
        LogUnderTest.close(fresh);

        assertThat(fromSnapshot).isEqualTo(fromStart);
        assertThat(fromSnapshot).isEqualTo(log.load(conv).orElseThrow());
        assertThat(fromSnapshot.instruction()).isEqualTo("check the cable");
    }

    @Test
    void work_of_other_rooms_is_committed_with_the_events_or_not_at_all() {
        String conv = conversation();
        var failing = new Append(
                conv,
                null,
                Guard.NONE,
                List.of(new Draft(new Closed(Sender.SYSTEM, "x", null))),
                List.of(connection -> {
                    throw new java.sql.SQLException("no");
                }),
                null);
        CompletableFuture<Appended> failed = log.append(failing).toCompletableFuture();
        CompletableFuture<Appended> beside = say(conv, "a", "hello");

        assertThat(failed).failsWithin(Duration.ofSeconds(5));
        assertThat(beside.join()).isInstanceOf(Appended.Done.class);
        assertThat(log.read(conv, 0, 10)).hasSize(1);
    }

    @Test
    void a_closed_conversation_is_opened_again_by_the_customer() {
        String conv = conversation();
        append(conv, Guard.NONE, new Closed(ANA, "solved", null)).join();
        say(conv, "a", "it is back").join();

        Header after = log.header(conv).orElseThrow();
        assertThat(after.owner()).isEqualTo(Owner.BOT);
        assertThat(after.isPending()).isTrue();
    }

    @Test
    void a_follower_gets_every_entry_once_in_order() throws Exception {
        String conv = conversation();
        for (int i = 0; i < 20; i++) {
            say(conv, "early" + i, "text").join();
        }
        var seen = new CopyOnWriteArrayList<Long>();
        try (Follower follower = Follower.follow(log, feed, conv, 5, entries -> {
            entries.forEach(entry -> seen.add(entry.seq()));
            return CompletableFuture.supplyAsync(
                    () -> null, CompletableFuture.delayedExecutor(2, java.util.concurrent.TimeUnit.MILLISECONDS));
        })) {
            List<CompletableFuture<Appended>> late = IntStream.range(0, 200)
                    .mapToObj(i -> say(conv, "late" + i, "text"))
                    .toList();
            late.forEach(CompletableFuture::join);
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> seen.size() >= 215);
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(6, 220).boxed().toList());
    }

    private String conversation() {
        String id = "c" + ++opened + "-" + getClass().getSimpleName();
        log.open(Header.start(id, "s1", "cust" + opened, Channel.WEB, NOW), Language.EN, List.of())
                .toCompletableFuture()
                .join();
        return id;
    }

    private CompletableFuture<Appended> say(String conv, String id, String text) {
        var inbound = new Append.Inbound(conv + "|customer|" + id, Integer.toHexString(text.hashCode()));
        return log.append(Append.accept(
                        conv, inbound, new Message(Sender.CUSTOMER, id, new Content.Text(text), null, null)))
                .toCompletableFuture();
    }

    private CompletableFuture<Appended> answer(Conversation read, String text) {
        var nothing = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        long replyTo = read.header().lastCustomer();
        Draft draft = new Draft(
                new Message(Sender.BOT, null, new Content.Text(text), null, replyTo),
                new TurnRecord(replyTo, Language.EN, nothing, nothing, null));
        return log.append(Append.turn(read, List.of(draft), List.of())).toCompletableFuture();
    }

    private CompletableFuture<Appended> claim(String conv, Sender agent) {
        return append(conv, Guard.owned(Owner.QUEUE, Owner.BOT), new HandoffJoined(agent));
    }

    private CompletableFuture<Appended> append(String conv, Guard guard, ConversationEvent event) {
        return log.append(Append.of(conv, guard, event)).toCompletableFuture();
    }

    private static List<Header> mine(List<Header> headers, String conv) {
        return headers.stream().filter(header -> header.id().equals(conv)).toList();
    }
}
