package io.attune.channel.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.attune.channel.TimedSignature;
import io.attune.channel.helpdesk.store.CursorStore;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Sender;
import io.attune.conversation.store.LogUnderTest;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a helpdesk is told: in order, through failures and through the end of the process. */
class TellingTest {
    private static final String SECRET = "a secret of the helpdesk, long enough";

    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    private final Database database =
            Database.open(Address.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), 8);
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger forged = new AtomicInteger();
    private final String conv = UUID.randomUUID().toString();
    private LiveFeed feed;
    private ConversationLog log;
    private HttpServer desk;
    private Telling telling;
    private Courier courier;

    private record Settings(String address) implements HelpdeskConfig {
        @Override
        public Optional<String> url() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> secret() {
            return Optional.of(SECRET);
        }

        @Override
        public Duration freshFor() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration firstRetry() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration longestRetry() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration lookForDue() {
            return Duration.ofMillis(300);
        }
    }

    @BeforeEach
    void open() throws IOException {
        desk = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        desk.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            boolean genuine = TimedSignature.genuine(
                    headers.getFirst("X-Attune-Signature"),
                    headers.getFirst("X-Attune-Timestamp"),
                    body,
                    SECRET,
                    Clock.systemUTC().instant(),
                    Duration.ofMinutes(1));
            boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!genuine) {
                forged.incrementAndGet();
            } else if (!fails) {
                told.add(json.readTree(body).path("event").path("seq").asLong());
            }
            exchange.sendResponseHeaders(fails ? 503 : 204, -1);
            exchange.close();
        });
        desk.start();
        begin();
        log.open(Header.start(conv, conv, "c", Channel.WEB, Clock.systemUTC().instant()), null, List.of())
                .toCompletableFuture()
                .join();
    }

    private void begin() {
        feed = new LiveFeed();
        log = LogUnderTest.open(database, feed, Clock.systemUTC());
        var settings = new Settings("http://localhost:" + desk.getAddress().getPort() + "/");
        courier = new Courier(settings, json, Clock.systemUTC());
        telling = new Telling(
                new CursorStore(database), log, courier, settings, Clock.systemUTC(), new SimpleMeterRegistry());
        telling.start(feed);
    }

    private void end() {
        telling.stop();
        courier.close();
        LogUnderTest.close(log);
    }

    @AfterEach
    void close() {
        end();
        desk.stop(0);
        database.close();
    }

    private void note(String text) {
        append(new Note(Sender.agent("a", null), text, null));
    }

    private void append(io.attune.conversation.ConversationEvent event) {
        log.append(Append.of(conv, Guard.NONE, event)).toCompletableFuture().join();
    }

    private void isTold(long upTo) {
        await().untilAsserted(() -> assertThat(told)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, upTo).boxed().toList()));
    }

    @Test
    void tells_nothing_of_the_bots_and_all_of_what_people_have() throws InterruptedException {
        note("before");
        Thread.sleep(200);
        assertThat(told).isEmpty();
        append(new HandoffQueued(Sender.SYSTEM, 1, null));
        for (int i = 0; i < 50; i++) {
            note("n" + i);
        }
        isTold(52);
        assertThat(forged).hasValue(0);
    }

    @Test
    void what_is_not_taken_is_told_again_before_what_comes_after() {
        failures.set(5);
        append(new HandoffQueued(Sender.SYSTEM, 1, null));
        note("one");
        note("two");
        isTold(3);
        assertThat(failures).hasValue(0);
    }

    @Test
    void what_was_not_told_before_the_end_is_told_after_the_start() {
        append(new HandoffQueued(Sender.SYSTEM, 1, null));
        isTold(1);
        failures.set(Integer.MAX_VALUE);
        note("while the desk is away");
        end();
        failures.set(0);
        begin();
        note("after the start");
        isTold(3);
    }
}
