package io.attune.channel.directline;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Follower;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Signal;
import io.attune.message.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One stream: what is said in a conversation, as it is said. A client only listens here; the empty frames that it sends
 * show that it is there.
 */
final class Stream {
    private static final Logger LOG = Logger.getLogger(Stream.class);
    private static final short ENDED = 1001;
    private static final int SILENT_BEATS = 3;

    /** The rooms that a stream needs. */
    @Singleton
    record Rooms(ConversationLog log, LiveFeed feed, Conversations conversations, Streams streams, Clock clock) {}

    private final ServerWebSocket socket;
    private final String conv;
    private final Rooms rooms;
    private final AtomicLong passed = new AtomicLong();
    private @Nullable Follower follower;
    private @Nullable AutoCloseable signals;
    private int silentBeats;

    Stream(ServerWebSocket socket, String conv, Rooms rooms) {
        this.socket = socket;
        this.conv = conv;
        this.rooms = rooms;
    }

    void start(long after) {
        socket.textMessageHandler(text -> silentBeats = 0);
        socket.pongHandler(pong -> silentBeats = 0);
        socket.exceptionHandler(
                fault -> LOG.debugf("stream fault: %s", fault.getClass().getSimpleName()));
        socket.closeHandler(nothing -> closed());
        rooms.streams().add(conv, this);
        signals = rooms.feed().listenToSignals(conv, this::signalled);
        follower = Follower.follow(rooms.log(), rooms.feed(), conv, after, this::deliver);
        if (socket.isClosed()) {
            closed();
        }
    }

    private CompletionStage<Void> deliver(List<Entry> entries) {
        List<Activity> activities = rooms.conversations().activities(conv).of(entries);
        Future<Void> written = Future.succeededFuture();
        if (!activities.isEmpty() || socket.isClosed()) {
            String watermark = Long.toString(entries.getLast().seq());
            written = socket.writeTextMessage(Json.write(new Activity.Group(activities, watermark)));
        }
        return written.toCompletionStage();
    }

    private void signalled(Signal signal) {
        if (signal.role() != Role.CUSTOMER && signal.writing()) {
            String id = ActivityIds.passing(
                    conv, signal.role().code() + passed.incrementAndGet() + "-" + System.identityHashCode(this));
            pass(Activity.typing(conv, id, rooms.clock().instant(), Activities.BOT));
        }
    }

    /** Shows what is not kept; it moves no watermark. */
    void pass(Object activity) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(Json.write(new Activity.Group(List.of(activity), null)));
        }
    }

    void beat() {
        if (++silentBeats > SILENT_BEATS) {
            close("silent");
        } else if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer("hb"));
            // Proxies and clients that know nothing of pings see this one.
            socket.writeTextMessage("");
        }
    }

    void close(String reason) {
        if (!socket.isClosed()) {
            socket.close(ENDED, reason);
        }
    }

    private void closed() {
        rooms.streams().remove(conv, this);
        try {
            if (follower != null) {
                follower.close();
            }
            if (signals != null) {
                signals.close();
            }
        } catch (Exception e) {
            LOG.error("a stream could not be taken down", e);
        }
    }
}
