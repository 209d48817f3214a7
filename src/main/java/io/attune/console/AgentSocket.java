package io.attune.console;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Follower;
import io.attune.conversation.Frame;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Signal;
import io.attune.message.Ids;
import io.attune.message.Role;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** One agent's socket: the queue, and the conversations that they watch. Lives on its event loop. */
final class AgentSocket {
    private static final Logger LOG = Logger.getLogger(AgentSocket.class);
    /** More than anybody can look at. */
    private static final int MOST_WATCHED = 250;

    private static final int TYPING_TTL_MS = 6_000;

    private final ServerWebSocket socket;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final Function<Object, String> json;
    private final Map<String, AutoCloseable> watched = new HashMap<>();

    AgentSocket(ServerWebSocket socket, ConversationLog log, LiveFeed feed, Function<Object, String> json) {
        this.socket = socket;
        this.log = log;
        this.feed = feed;
        this.json = json;
    }

    record Queue(String t, List<Items.Item> items) {}

    record Typing(String t, String conv, Role role, String state, int ttlMs) {}

    record Plain(String t) {}

    record Error(String t, String code, String message) {}

    void start() {
        socket.textMessageHandler(this::received);
    }

    private void received(String text) {
        try {
            JsonObject frame = new JsonObject(text);
            String conv = frame.getString("conv", "");
            switch (frame.getString("t", "")) {
                case "ping" -> write(json.apply(new Plain("pong")));
                case "watch" -> watch(conv, frame.getLong("after", 0L));
                case "unwatch" -> unwatch(conv);
                case "composing" -> feed.signal(new Signal(conv, Role.AGENT, isWriting(frame), TYPING_TTL_MS));
                default -> refuse("t: must be ping, watch, unwatch or composing");
            }
        } catch (DecodeException | ClassCastException e) {
            refuse("not a frame of agent.v1");
        }
    }

    private static boolean isWriting(JsonObject frame) {
        String state = frame.getString("state", "stop");
        return state.equals("start") || state.equals("active");
    }

    private void refuse(String message) {
        write(json.apply(new Error("error", "bad_frame", message)));
    }

    private void watch(String conv, long after) {
        if (!Ids.isId(conv) || watched.size() >= MOST_WATCHED) {
            refuse(watched.size() >= MOST_WATCHED ? "conv: too many are watched" : "conv: not an id");
            return;
        }
        unwatch(conv);
        Follower follower = Follower.follow(log, feed, conv, Math.max(0, after), entries -> deliver(conv, entries));
        AutoCloseable signals = feed.listenToSignals(conv, this::signalled);
        watched.put(conv, () -> {
            follower.close();
            signals.close();
        });
    }

    private CompletionStage<Void> deliver(String conv, List<Entry> entries) {
        Future<Void> written = Future.succeededFuture();
        for (Entry entry : entries) {
            written = socket.writeTextMessage(json.apply(Frame.forAgent(conv, entry)));
        }
        return written.toCompletionStage();
    }

    private void signalled(Signal signal) {
        if (signal.role() == Role.CUSTOMER) {
            write(json.apply(new Typing(
                    "typing", signal.conv(), signal.role(), signal.writing() ? "start" : "stop", signal.ttlMs())));
        }
    }

    private void unwatch(String conv) {
        AutoCloseable before = watched.remove(conv);
        if (before != null) {
            close(before);
        }
    }

    void write(String frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame);
        }
    }

    void close(short code, String reason) {
        socket.close(code, reason);
    }

    void closed() {
        watched.values().forEach(AgentSocket::close);
        watched.clear();
    }

    private static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception e) {
            LOG.error("a watch could not be ended", e);
        }
    }
}
