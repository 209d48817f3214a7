package io.attune.channel;

import io.attune.channel.Letter.State;
import io.attune.channel.store.OutboxStore;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent.Status;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the committed log says to the customers of one channel. Nothing of it happens in a turn: a cursor follows
 * each log, what it passes becomes letters in the same commit, and the letters of a route are delivered one after the
 * other. Whatever dies, the rows say where to go on, so a message goes out at least once; where the provider repeats our
 * id in its news, hardly ever twice.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int AT_ONCE = 500;

    private final Carrier carrier;
    private final OutboxStore store;
    private final ConversationLog log;
    private final LogReader reader;
    private final Redelivery redelivery;
    private final ChannelConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Lanes routes;

    public Outbox(
            Carrier carrier,
            OutboxStore store,
            ConversationLog log,
            ChannelConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.carrier = carrier;
        this.store = store;
        this.log = log;
        this.reader = new LogReader(store, log, carrier, clock);
        this.redelivery = new Redelivery(config);
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        this.routes = new Lanes(carrier.channel(), this::deliverNext, this::lookAround, config.lookForDue());
    }

    /** Starts to listen and to look for what was left. */
    public void start(LiveFeed feed) {
        feed.listenToAll(commit -> {
            if (reader.mayConcern(commit)) {
                routes.run(() -> read(commit.header().id()));
            }
        });
        routes.start();
    }

    /**
     * The customer writes here, in this conversation: from now on it is followed. Call it before the message is accepted.
     *
     * @param after what the log says up to this entry is not sent
     */
    public void follow(String conv, String route, long after) {
        store.follow(carrier.channel(), conv, route, after);
        reader.followed(conv);
    }

    /** The customer has written: what was held for them can go. */
    public void release(String route) {
        if (store.release(carrier.channel(), route, clock.instant()) > 0) {
            routes.wake(route);
        }
    }

    /** What the provider tells later of a letter, by our id of it or its own: how far it has come. */
    public void progressed(@Nullable String id, @Nullable String externalId, State state) {
        store.find(carrier.channel(), id, externalId).ifPresent(letter -> {
            var raised = new Letter(
                    letter.id(),
                    letter.channel(),
                    letter.route(),
                    letter.conv(),
                    letter.seq(),
                    letter.part(),
                    state,
                    letter.attempts(),
                    clock.instant(),
                    externalId,
                    null,
                    letter.createdAt());
            if (store.set(raised, state, clock.instant())) {
                count(state.code());
                routes.wake(letter.route());
            }
        });
    }

    /** What the provider tells later of a letter that it had accepted: that it did not arrive after all. */
    public void bounced(@Nullable String id, @Nullable String externalId, Delivery why) {
        store.find(carrier.channel(), id, externalId)
                .filter(letter -> letter.state().compareTo(State.SENDING) >= 0)
                .ifPresent(letter -> settle(letter, why, State.FAILED));
    }

    /** The letters of a conversation after an entry: what became of each message. */
    public List<Letter> letters(String conv, long after) {
        return store.of(conv, after);
    }

    /** Forgets what has long been settled, and gives up what was held for too long. */
    public void forget() {
        store.giveUpHeld(carrier.channel(), clock.instant().minus(config.keepHeld()), clock.instant());
        store.forget(clock.instant().minus(config.remember()));
    }

    /** Forgets everything that went to a route. */
    public void erase(String route) {
        store.erase(carrier.channel(), route);
    }

    private void read(String conv) {
        reader.read(conv).forEach(routes::wake);
    }

    /** How long to wait before the next look at this route; empty when there is nothing more to do. */
    private Optional<Duration> deliverNext(String route) {
        Optional<Letter> first = store.first(carrier.channel(), route);
        if (first.isEmpty() || first.get().state() == State.HELD) {
            return Optional.empty();
        }
        Letter letter = first.get();
        Instant now = clock.instant();
        if (letter.nextAt().isAfter(now)) {
            return Optional.of(Duration.between(now, letter.nextAt()));
        }
        if (store.take(letter, now.plus(config.lease()), now)) {
            Letter taken = letter.taken(now.plus(config.lease()));
            settle(taken, attempt(taken), State.SENT);
        }
        return Optional.of(Duration.ZERO);
    }

    private Delivery attempt(Letter letter) {
        Optional<Piece> piece = reader.piece(letter);
        if (piece.isEmpty()) {
            return new Delivery.Refused("gone");
        }
        try {
            return carrier.deliver(letter, piece.get());
        } catch (RuntimeException e) {
            LOG.errorf(
                    "%s letter %s: %s",
                    carrier.channel(), letter.id(), e.getClass().getName());
            return new Delivery.Unknown("failed");
        }
    }

    private void settle(Letter letter, Delivery delivery, State below) {
        Letter after = redelivery.after(letter, delivery, clock.instant());
        boolean changed = store.set(after, below, clock.instant());
        if (changed) {
            count(after.state().code());
            tell(after);
        }
        if (below == State.FAILED) {
            routes.wake(letter.route());
        }
    }

    /** Agents see in the log that something has not arrived. */
    private void tell(Letter letter) {
        if (letter.state() == State.FAILED || letter.state() == State.HELD) {
            LOG.warnf(
                    "%s letter %s is %s: %s",
                    letter.channel(), letter.id(), letter.state().code(), letter.fault());
            var status = new Status(Sender.SYSTEM, "delivery_" + letter.state().code(), null);
            log.append(Append.of(letter.conv(), Guard.NONE, status));
        }
    }

    private void count(String state) {
        meters.counter("attune.channel.letters", "channel", carrier.channel(), "state", state)
                .increment();
    }

    /** What another node or an earlier process has left. */
    private void lookAround() {
        store.behind(carrier.channel(), AT_ONCE).forEach(this::read);
        store.due(carrier.channel(), clock.instant(), AT_ONCE).forEach(routes::wake);
    }

    @Override
    public void close() {
        routes.close();
    }
}
