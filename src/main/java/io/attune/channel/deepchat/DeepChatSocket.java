package io.attune.channel.deepchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.channel.exchange.Exchange;
import io.attune.channel.exchange.Party;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Follower;
import io.attune.conversation.LiveFeed;
import io.attune.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One socket. The first message says whose it is; from then on everything that is said in the conversation comes over it.
 * What the device has been told over HTTP before is not said again.
 */
final class DeepChatSocket {
    private static final Logger LOG = Logger.getLogger(DeepChatSocket.class);
    private static final short TOO_BIG = 1009;

    /** The rooms that a socket needs. */
    @Singleton
    record Rooms(Vertx vertx, Guest guest, Exchange exchange, ConversationLog log, LiveFeed feed, ObjectMapper json) {}

    private final ServerWebSocket socket;
    private final Guest.Shown shown;
    private final Rooms rooms;
    private volatile @Nullable Party party;
    private volatile @Nullable String conv;
    private volatile @Nullable Follower follower;
    private volatile boolean gone;

    DeepChatSocket(ServerWebSocket socket, Guest.Shown shown, Rooms rooms) {
        this.socket = socket;
        this.shown = shown;
        this.rooms = rooms;
    }

    void start() {
        socket.exceptionHandler(
                fault -> LOG.debugf("socket fault: %s", fault.getClass().getSimpleName()));
        socket.textMessageHandler(this::received);
    }

    /** One message after the other: the next frame is read when this one is taken in. */
    private void received(String frame) {
        if (frame.length() > Request.LARGEST) {
            close(TOO_BIG, "too_big");
            return;
        }
        socket.pause();
        rooms.vertx()
                .executeBlocking(
                        () -> {
                            take(frame);
                            return null;
                        },
                        false)
                .onFailure(this::failed)
                .onComplete(done -> socket.resume());
    }

    private void take(String frame) {
        Request request = Request.read(frame.getBytes(StandardCharsets.UTF_8), rooms.json());
        Party known = party;
        Party writer =
                known != null ? known : rooms.guest().admit(shown, request).party();
        party = writer;
        String id = request.id() == null ? UUID.randomUUID().toString() : request.id();
        String here = rooms.exchange().say(writer, writer.sender() + " " + id, request.text());
        if (!here.equals(conv)) {
            follow(here, writer);
        }
    }

    private void follow(String here, Party writer) {
        conv = here;
        Follower before = follower;
        if (before != null) {
            before.close();
        }
        follower = Follower.follow(
                rooms.log(),
                rooms.feed(),
                here,
                rooms.exchange().seen(writer),
                entries -> deliver(here, writer, entries));
        if (gone) {
            closed();
        }
    }

    private CompletionStage<Void> deliver(String here, Party writer, List<Entry> entries) {
        Future<Void> written = Future.succeededFuture();
        for (var said : Exchange.words(entries, rooms.exchange().language(here))) {
            for (Reply reply : Reply.withButtons(said)) {
                written = socket.writeTextMessage(write(reply));
            }
        }
        long last = entries.getLast().seq();
        return written.onSuccess(nothing -> rooms.exchange().told(writer, here, last))
                .toCompletionStage();
    }

    private void failed(Throwable fault) {
        if (!(fault instanceof ProblemException)) {
            LOG.error("a message was not taken in", fault);
        }
        String why = fault instanceof ProblemException refused
                ? refused.problem().detail()
                : "Something failed on our side. Please send it again.";
        socket.writeTextMessage(write(Map.of("error", why)));
    }

    void close(short code, String reason) {
        if (!socket.isClosed()) {
            socket.close(code, reason);
        }
    }

    void closed() {
        gone = true;
        Follower mine = follower;
        if (mine != null) {
            mine.close();
        }
    }

    private String write(Object value) {
        try {
            return rooms.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a reply", e);
        }
    }
}
