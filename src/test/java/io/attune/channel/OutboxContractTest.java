package io.attune.channel;

import io.attune.channel.store.OutboxStore;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.LogPages;
import io.attune.conversation.Sender;
import io.attune.conversation.store.LogUnderTest;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Role;
import io.attune.turn.ReceptionUnderTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/** The outbox itself, with a carrier that keeps what it is given and can be asked nothing. */
class OutboxContractTest extends ChannelContract {
    @Override
    protected Rig open() {
        return new Bench();
    }

    private static final class Bench implements Rig {
        private final Shows shows =
                new Shows(4096, new Shows.Menu(3, 1024, 20, 0, 256), new Shows.Menu(10, 1024, 24, 72, 200));
        private final LogLines lines = new LogLines();
        private final Database database =
                Database.open(Address.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), 8);
        private final List<Shown> shown = new ArrayList<>();
        private final List<String> known = new ArrayList<>();
        private final Queue<Failure> failures = new ArrayDeque<>();
        private final String conv = UUID.randomUUID().toString();
        private LiveFeed feed = new LiveFeed();
        private ConversationLog log = LogUnderTest.open(database, feed, Clock.systemUTC());
        private Outbox outbox = start();

        Bench() {
            log.open(
                            Header.start(
                                    conv,
                                    conv,
                                    "c",
                                    Channel.WHATSAPP,
                                    Clock.systemUTC().instant()),
                            null,
                            List.of())
                    .toCompletableFuture()
                    .join();
            outbox.follow(conv, "route", 0);
        }

        private Outbox start() {
            var carrier = new Carrier() {
                @Override
                public String channel() {
                    return "bench";
                }

                @Override
                public Shows shows() {
                    return shows;
                }

                @Override
                public Delivery deliver(Letter letter, Piece piece) {
                    return take(letter, piece);
                }
            };
            var made = new Outbox(
                    carrier, new OutboxStore(database), log, new Quick(), Clock.systemUTC(), new SimpleMeterRegistry());
            made.start(feed);
            return made;
        }

        private synchronized Delivery take(Letter letter, Piece piece) {
            Failure failure = failures.poll();
            if (failure == Failure.REFUSED_FOR_NOW) {
                return new Delivery.NotNow("busy", null);
            }
            if (failure == Failure.LOST_REQUEST) {
                return new Delivery.Unknown("timeout");
            }
            known.add(letter.id());
            shown.add(new Shown(
                    piece.text(),
                    switch (piece) {
                        case Piece.Plain p -> List.of();
                        case Piece.Buttons b ->
                            b.answers().stream().map(Piece.Label::title).toList();
                        case Piece.Listed l ->
                            l.answers().stream().map(Piece.Label::title).toList();
                    }));
            if (failure == Failure.LOST_RESPONSE) {
                // The provider tells of it a little later, with our id.
                Thread.ofVirtual()
                        .start(() -> outbox.progressed(letter.id(), "ext-" + letter.id(), Letter.State.DELIVERED));
                return new Delivery.Unknown("timeout");
            }
            return new Delivery.Accepted("ext-" + letter.id());
        }

        @Override
        public Shows shows() {
            return shows;
        }

        @Override
        public void customerWrites(String id, String text) {
            ReceptionUnderTest.accept(log, conv, Outward.cid("bench", id), text);
        }

        @Override
        public List<Content> heard() {
            return LogPages.all(log, conv, 0).stream()
                    .map(Entry::event)
                    .filter(event -> event instanceof Message m && m.from().role() == Role.CUSTOMER)
                    .map(event -> ((Message) event).content())
                    .toList();
        }

        @Override
        public void botSays(Content content) {
            log.append(Append.of(conv, Guard.NONE, new Message(Sender.BOT, null, content, null, null)))
                    .toCompletableFuture()
                    .join();
        }

        @Override
        public synchronized List<Shown> shown() {
            return List.copyOf(shown);
        }

        @Override
        public Set<Failure> failures() {
            return Set.of(Failure.values());
        }

        @Override
        public synchronized void fail(Failure failure) {
            failures.add(failure);
        }

        @Override
        public void restart() {
            outbox.close();
            LogUnderTest.close(log);
            feed = new LiveFeed();
            log = LogUnderTest.open(database, feed, Clock.systemUTC());
            outbox = start();
        }

        @Override
        public List<String> logLines() {
            return lines.lines();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(5);
        }

        @Override
        public void close() {
            outbox.close();
            LogUnderTest.close(log);
            database.close();
            lines.close();
        }
    }
}
