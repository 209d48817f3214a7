package io.attune.channel.chatwoot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.channel.ChannelContract;
import io.attune.channel.LogLines;
import io.attune.channel.Outbox;
import io.attune.channel.Quick;
import io.attune.channel.Rig;
import io.attune.channel.Shows;
import io.attune.channel.chatwoot.store.ChatwootStore;
import io.attune.channel.store.OutboxStore;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.LogPages;
import io.attune.conversation.Sender;
import io.attune.conversation.store.LogUnderTest;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Content;
import io.attune.message.Role;
import io.attune.turn.OpeningsUnderTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The contract of every adapter, over the wire of Chatwoot. */
class ChatwootContractTest extends ChannelContract {
    private static final String ROUTE = "1:42";

    @Override
    protected Rig open() {
        return new Inbox();
    }

    private record Settings(String address) implements ChatwootConfig {
        @Override
        public Optional<String> url() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> token() {
            return Optional.of(FakeChatwoot.TOKEN);
        }

        @Override
        public Optional<String> secret() {
            return Optional.of("what chatwoot signs with");
        }

        @Override
        public boolean unsigned() {
            return false;
        }

        @Override
        public Duration freshFor() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(2);
        }
    }

    private static final class Inbox implements Rig {
        private final LogLines lines = new LogLines();
        private final FakeChatwoot chatwoot = new FakeChatwoot(0);
        private final Database database =
                Database.open(Address.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), 8);
        private LiveFeed feed = new LiveFeed();
        private ConversationLog log = LogUnderTest.open(database, feed, Clock.systemUTC());
        private ChatwootApi api = new ChatwootApi(new Settings(chatwoot.url()));
        private Outbox outbox = outbox();
        private Bridge bridge = bridge();

        Inbox() {
            chatwoot.tells(hook -> News.read(hook).ifPresent(bridge::take));
        }

        private Outbox outbox() {
            var made = new Outbox(
                    new ChatwootCarrier(api, log),
                    new OutboxStore(database),
                    log,
                    new Quick(),
                    Clock.systemUTC(),
                    new SimpleMeterRegistry());
            made.start(feed);
            return made;
        }

        private Bridge bridge() {
            return new Bridge(
                    new ChatwootStore(database),
                    log,
                    OpeningsUnderTest.of(log),
                    OpeningsUnderTest.reception(log),
                    new StoredCustomers(database, new ObjectMapper().findAndRegisterModules()),
                    outbox);
        }

        @Override
        public Shows shows() {
            return Wire.SHOWS;
        }

        @Override
        public void customerWrites(String id, String text) {
            var hook = Wire.JSON.valueToTree(Map.of(
                    "event",
                    "message_created",
                    "id",
                    id,
                    "content",
                    text,
                    "message_type",
                    "incoming",
                    "sender",
                    Map.of("id", 5),
                    "account",
                    Map.of("id", 1),
                    "conversation",
                    Map.of("id", 42, "status", "pending")));
            News.read(hook).ifPresent(bridge::take);
        }

        private String conv() {
            return new ChatwootStore(database).find(ROUTE).orElseThrow().conv();
        }

        @Override
        public List<Content> heard() {
            return LogPages.all(log, conv(), 0).stream()
                    .filter(entry ->
                            entry.event() instanceof Message m && m.from().role() == Role.CUSTOMER)
                    .map(entry -> ((Message) entry.event()).content())
                    .toList();
        }

        @Override
        public void botSays(Content content) {
            log.append(Append.of(conv(), Guard.NONE, new Message(Sender.BOT, null, content, null, null)))
                    .toCompletableFuture()
                    .join();
        }

        @Override
        public List<Shown> shown() {
            return chatwoot.calls.stream()
                    .filter(call -> call.path().endsWith("/messages"))
                    .map(call -> {
                        List<String> titles = call.body().getList("content_attributes.items.title");
                        return new Shown(call.body().getString("content"), titles == null ? List.of() : titles);
                    })
                    .toList();
        }

        @Override
        public Set<Failure> failures() {
            return Set.of(Failure.values());
        }

        @Override
        public void fail(Failure failure) {
            chatwoot.failures.add(
                    switch (failure) {
                        case REFUSED_FOR_NOW -> 503;
                        case LOST_REQUEST -> FakeChatwoot.LOST_REQUEST;
                        case LOST_RESPONSE -> FakeChatwoot.LOST_RESPONSE;
                    });
        }

        @Override
        public void restart() {
            outbox.close();
            api.close();
            LogUnderTest.close(log);
            feed = new LiveFeed();
            log = LogUnderTest.open(database, feed, Clock.systemUTC());
            api = new ChatwootApi(new Settings(chatwoot.url()));
            outbox = outbox();
            bridge = bridge();
        }

        @Override
        public List<String> logLines() {
            return lines.lines();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(8);
        }

        @Override
        public void close() {
            outbox.close();
            api.close();
            chatwoot.close();
            LogUnderTest.close(log);
            database.close();
            lines.close();
        }
    }
}
