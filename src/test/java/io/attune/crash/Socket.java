package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection: what arrives waits in a queue, in order, until its one reader takes it. */
final class Socket implements AutoCloseable, WebSocket.Listener {

    /** What arrived. */
    sealed interface Arrival {}

    /** @param at {@link System#nanoTime()} of the arrival */
    record Frame(JsonNode json, long at) implements Arrival {}

    /** The connection is over: with the close code, or 1006 when it broke. */
    record Closed(int code) implements Arrival {}

    /** The handshake was refused with an HTTP status, or failed with status 0. */
    static final class NotOpened extends IOException {
        final int status;

        NotOpened(int status, @Nullable Throwable cause) {
            super("WebSocket not opened: HTTP " + status, cause);
            this.status = status;
        }
    }

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    static Socket open(HttpClient http, URI uri, String protocol, @Nullable String origin) throws NotOpened {
        var socket = new Socket();
        var builder = http.newWebSocketBuilder().subprotocols(protocol).connectTimeout(Duration.ofSeconds(5));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        try {
            socket.socket = builder.buildAsync(uri, socket).join();
            return socket;
        } catch (CompletionException failed) {
            int status = failed.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
            throw new NotOpened(status, failed.getCause());
        }
    }

    /** Hands a frame to the connection; whether it went out is only known by a reply. */
    void send(String text) {
        try {
            opened().sendText(text, true).get(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            arrivals.add(new Closed(1006));
        }
    }

    /** The next arrival, or null when none came in time. After {@link Closed} there is nothing more. */
    @Nullable
    Arrival next(Duration timeout) {
        try {
            return arrivals.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Closed(1006);
        }
    }

    /** Drops the connection without a close frame. */
    @Override
    public void close() {
        opened().abort();
        arrivals.add(new Closed(1006));
    }

    private WebSocket opened() {
        return java.util.Objects.requireNonNull(socket, "not open");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            arrivals.add(new Frame(Frames.read(partial.toString()), System.nanoTime()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        arrivals.add(new Closed(code));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        arrivals.add(new Closed(1006));
    }
}
