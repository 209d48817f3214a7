package io.attune.channel.web;

import io.attune.access.Caller;
import io.attune.channel.web.ServerFrame.Welcome;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Follower;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Signal;
import io.attune.message.Channel;
import io.attune.message.Role;
import io.attune.turn.Composing;
import io.attune.turn.Openings;
import io.attune.turn.Reception;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One socket. Lives on its event loop; what may block is done elsewhere and comes back. What it owes the client is never
 * queued here: the {@link Follower} hands entries on as fast as they are written out, and reading stops while too many
 * sends are under way.
 */
final class ChatSocket {
    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    /** Other frames cost a tenth of a message, so that acks and typing are free in practice and a flood is not. */
    private static final int MESSAGE = 10;

    /** The rooms that a socket needs. */
    @Singleton
    record Rooms(
            Vertx vertx,
            WebConfig config,
            ConversationLog log,
            LiveFeed feed,
            Reception reception,
            Openings openings,
            Composing composing) {}

    private final ServerWebSocket socket;
    private final Caller caller;
    private final Rooms rooms;
    private final Sockets sockets;
    private final Bucket allowance;
    private @Nullable Header conversation;
    private @Nullable Follower follower;
    private @Nullable AutoCloseable signals;
    private int sendsUnderWay;
    private int silentBeats;
    private boolean greeted;
    private long helloTimer;

    ChatSocket(ServerWebSocket socket, Caller caller, Rooms rooms, Sockets sockets) {
        this.socket = socket;
        this.caller = caller;
        this.rooms = rooms;
        this.sockets = sockets;
        WebConfig config = rooms.config();
        this.allowance = Bucket.builder()
                .addLimit(limit -> limit.capacity((long) config.messages() * MESSAGE)
                        .refillGreedy((long) config.messages() * MESSAGE, config.per()))
                .build();
    }

    void start() {
        helloTimer =
                rooms.vertx().setTimer(rooms.config().helloWithin().toMillis(), timer -> close(CloseCode.NO_TICKET));
        socket.textMessageHandler(this::received);
        socket.binaryMessageHandler(bytes -> refuse(new BadFrame("frames are text", null)));
        socket.pongHandler(pong -> silentBeats = 0);
        socket.closeHandler(nothing -> closed());
    }

    /**
     * A message far over the limit is told here, in one frame or in several; otherwise nobody says why. From the first
     * moment: such a frame may come before anybody is known to be there.
     */
    static void watch(ServerWebSocket socket) {
        socket.exceptionHandler(fault -> {
            LOG.debugf("socket fault: %s", fault.getClass().getSimpleName());
            boolean oneFrame = fault instanceof CorruptedWebSocketFrameException broken
                    && broken.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            if ((oneFrame || fault instanceof IllegalStateException) && !socket.isClosed()) {
                socket.close(CloseCode.TOO_BIG.code, CloseCode.TOO_BIG.reason);
            }
        });
    }

    private void received(String text) {
        silentBeats = 0;
        if (ByteBufUtil.utf8Bytes(text) > HttpOptions.MAX_MESSAGE) {
            close(CloseCode.TOO_BIG);
            return;
        }
        try {
            ClientFrame frame = Frames.read(text);
            if (withinLimit(frame)) {
                act(frame);
            }
        } catch (BadFrame bad) {
            refuse(bad);
        }
    }

    private void refuse(BadFrame bad) {
        send(new ServerFrame.Error("bad_frame", bad.id(), bad.text(), null));
        if (!greeted) {
            close(CloseCode.BAD_FRAME);
        } else if (!allowance.tryConsume(MESSAGE)) {
            close(CloseCode.RATE);
        }
    }

    private boolean withinLimit(ClientFrame frame) {
        boolean message = frame instanceof ClientFrame.Send;
        ConsumptionProbe probe = allowance.tryConsumeAndReturnRemaining(message ? MESSAGE : 1);
        if (!probe.isConsumed()) {
            String id = frame instanceof ClientFrame.Send s ? s.id() : null;
            long wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).toMillis() + 1;
            send(new ServerFrame.Error("rate_limited", id, "too many messages; wait and connect again", wait));
            close(CloseCode.RATE);
        }
        return probe.isConsumed();
    }

    private void act(ClientFrame frame) {
        Header here = conversation;
        if (frame instanceof ClientFrame.Hello hello) {
            hello(hello);
        } else if (!greeted) {
            refuse(new BadFrame("t: the first frame must be hello", null));
        } else if (here != null) {
            act(frame, here);
        } else if (frame instanceof ClientFrame.Send s) {
            // Between hello and welcome; the client sends it again under the same id.
            send(new ServerFrame.Error("not_ready", s.id(), "wait for welcome", 200L));
        }
    }

    private void act(ClientFrame frame, Header here) {
        switch (frame) {
            case ClientFrame.Send s -> accept(s, here);
            case ClientFrame.Composing c -> composing(c, here);
            case ClientFrame.Ping p -> send(new ServerFrame.Pong());
            case ClientFrame.End e -> rooms.reception().end(here.id());
            case ClientFrame.History h -> {
                if (follower != null) {
                    follower.rewind(0);
                }
            }
            case ClientFrame.Hello h -> {}
            case ClientFrame.Read r -> {}
            case ClientFrame.Ack a -> {}
        }
    }

    private void hello(ClientFrame.Hello hello) {
        if (greeted) {
            send(new ServerFrame.Error("bad_frame", "t: hello was said already"));
            return;
        }
        greeted = true;
        rooms.vertx().cancelTimer(helloTimer);
        Future.fromCompletionStage(find(hello))
                .onSuccess(header -> {
                    if (header == null) {
                        close(CloseCode.NO_CONVERSATION);
                    } else {
                        welcome(header, hello.resume());
                    }
                })
                .onFailure(fault -> {
                    LOG.errorf(fault, "a hello failed");
                    close(CloseCode.TRY_LATER);
                });
    }

    private CompletionStage<@Nullable Header> find(ClientFrame.Hello hello) {
        String conv = hello.conv();
        if (conv == null) {
            return rooms.openings().resumeOrOpen(caller.customer(), caller.anonymous(), Channel.WEB, hello.locale());
        }
        return rooms.vertx()
                .executeBlocking(
                        () -> rooms.log()
                                .header(conv)
                                .filter(header -> caller.owns(header.customer()))
                                .orElse(null),
                        false)
                .toCompletionStage();
    }

    private void welcome(Header header, ClientFrame.@Nullable Resume resume) {
        boolean recovered = resume != null && resume.epoch().equals(header.stream()) && resume.seq() <= header.head();
        conversation = header;
        sockets.add(caller.customer(), this);
        send(new Welcome(
                header.id(),
                header.stream(),
                header.head(),
                recovered,
                rooms.config().heartbeat().toMillis()));
        signals = rooms.feed().listenToSignals(header.id(), this::signalled);
        follower = Follower.follow(
                rooms.log(), rooms.feed(), header.id(), recovered && resume != null ? resume.seq() : 0, this::deliver);
        if (socket.isClosed()) {
            closed();
        }
    }

    private CompletionStage<Void> deliver(List<Entry> entries) {
        Future<Void> written = Future.succeededFuture();
        String conv = socket.isClosed() || conversation == null ? "" : conversation.id();
        for (Entry entry : entries) {
            written = socket.writeTextMessage(Frames.write(Frame.forCustomer(conv, entry)));
        }
        return written.toCompletionStage();
    }

    private void signalled(Signal signal) {
        if (signal.role() != Role.CUSTOMER) {
            send(new ServerFrame.Typing(signal.role().code(), signal.writing() ? "start" : "stop", signal.ttlMs()));
        }
    }

    private void accept(ClientFrame.Send frame, Header here) {
        if (++sendsUnderWay >= rooms.config().sendsUnderWay()) {
            socket.pause();
        }
        rooms.composing().stopped(here.id());
        rooms.reception()
                .accept(new Reception.Inbound(
                        here.id(), Channel.WEB, frame.id(), frame.content(), Frames.clamp(frame.compose())))
                .whenComplete((appended, fault) -> {
                    send(fault == null ? Answers.of(frame.id(), appended) : Answers.busy(frame.id(), fault));
                    rooms.vertx().runOnContext(nothing -> {
                        sendsUnderWay--;
                        socket.resume();
                    });
                });
    }

    private void composing(ClientFrame.Composing frame, Header here) {
        switch (frame.state()) {
            case START, ACTIVE -> rooms.composing().writing(here.id());
            case PAUSE, STOP -> rooms.composing().stopped(here.id());
        }
    }

    /** Sends a ping; a socket that has been silent for three is gone. */
    void beat() {
        if (++silentBeats > 3) {
            close(CloseCode.RESTART);
        } else {
            socket.writePing(io.vertx.core.buffer.Buffer.buffer("hb"));
        }
    }

    void send(ServerFrame frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(Frames.write(frame));
        }
    }

    void close(CloseCode code) {
        if (!socket.isClosed()) {
            socket.close(code.code, code.reason);
        }
    }

    private void closed() {
        rooms.vertx().cancelTimer(helloTimer);
        sockets.remove(caller.customer(), this);
        Header here = conversation;
        if (here != null) {
            rooms.composing().stopped(here.id());
        }
        try {
            if (follower != null) {
                follower.close();
            }
            if (signals != null) {
                signals.close();
            }
        } catch (Exception e) {
            LOG.error("a socket could not be taken down", e);
        }
    }
}
