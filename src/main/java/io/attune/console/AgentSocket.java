package io.attune.console;

import io.attune.access.Operators.Operator;
import io.attune.access.Roles;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One agent's socket: watches conversations, says what the agent has before them, and passes on that they are writing. */
final class AgentSocket {
    private static final Logger LOG = Logger.getLogger(AgentSocket.class);
    private static final int TYPING_TTL_MS = 6000;
    private static final int MOST_WATCHED = 250;

    private final ServerWebSocket socket;
    private final Operator operator;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final Hall hall;
    private final Map<String, AutoCloseable> watched = new ConcurrentHashMap<>();
    private final Map<String, String> rings = new ConcurrentHashMap<>();
    private volatile @Nullable String looksAt;
    private volatile boolean writing;
    private volatile boolean wantsBoard;

    AgentSocket(ServerWebSocket socket, Operator operator, ConversationLog log, LiveFeed feed, Hall hall) {
        this.socket = socket;
        this.operator = operator;
        this.log = log;
        this.feed = feed;
        this.hall = hall;
    }

    record Typing(String t, String conv, Role role, String state, int ttlMs) {}

    record Plain(String t) {}

    record Error(String t, String code, String message) {}

    String user() {
        return operator.username();
    }

    String name() {
        return operator.name();
    }

    String role() {
        return operator.role();
    }

    @Nullable
    String looksAt() {
        return looksAt;
    }

    boolean isWriting() {
        return writing;
    }

    boolean wantsBoard() {
        return wantsBoard;
    }

    boolean sees(String conv) {
        return watched.containsKey(conv) || conv.equals(looksAt);
    }

    /** What it was last told to ring, by conversation: until when. */
    Map<String, String> rings() {
        return rings;
    }

    void start() {
        socket.textMessageHandler(this::received);
    }

    private void received(String text) {
        try {
            JsonObject frame = new JsonObject(text);
            String conv = frame.getString("conv", "");
            switch (frame.getString("t", "")) {
                case "ping" -> write(hall.write(new Plain("pong")));
                case "watch" -> watch(conv, frame.getLong("after", 0L));
                case "unwatch" -> unwatch(conv);
                case "look" -> look(conv.isEmpty() ? null : conv);
                case "composing" -> composing(conv, isWriting(frame));
                case "board" -> board(Boolean.TRUE.equals(frame.getBoolean("on", false)));
                default -> refuse("t: must be ping, watch, unwatch, look, composing or board");
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
        write(hall.write(new Error("error", "bad_frame", message)));
    }

    /** Only who has the conversation is shown to the customer as writing; colleagues see everybody. */
    private void composing(String conv, boolean now) {
        if (!Ids.isId(conv)) {
            refuse("conv: not an id");
            return;
        }
        boolean changed = writing != now;
        writing = now;
        feed.signal(new Signal(conv, Role.AGENT, now, TYPING_TTL_MS));
        if (changed && conv.equals(looksAt)) {
            hall.tellLooking(conv);
        }
    }

    private void board(boolean on) {
        if (!role().equals(Roles.SUPERVISOR)) {
            refuse("t: board is for supervisors");
            return;
        }
        wantsBoard = on;
    }

    private void look(@Nullable String conv) {
        if (conv != null && !Ids.isId(conv)) {
            refuse("conv: not an id");
            return;
        }
        String before = looksAt;
        looksAt = conv;
        writing = false;
        if (before != null) {
            hall.tellLooking(before);
        }
        if (conv != null && !conv.equals(before)) {
            hall.tellLooking(conv);
        }
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
            written = socket.writeTextMessage(hall.write(Frame.forAgent(conv, entry)));
        }
        return written.toCompletionStage();
    }

    private void signalled(Signal signal) {
        if (signal.role() == Role.CUSTOMER) {
            write(hall.write(new Typing(
                    "typing", signal.conv(), signal.role(),
                    signal.writing() ? "start" : "stop",
                    signal.ttlMs())));
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
        String conv = looksAt;
        looksAt = null;
        watched.values().forEach(AgentSocket::close);
        watched.clear();
        if (conv != null) {
            hall.tellLooking(conv);
        }
    }

    private static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception e) {
            LOG.error("a watch could not be ended", e);
        }
    }
}
