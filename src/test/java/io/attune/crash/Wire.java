package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A socket in the hands of a test: says anything, and waits for a kind of frame or for the end. */
record Wire(Socket socket, List<JsonNode> seen) implements AutoCloseable {

    Wire(Socket socket) {
        this(socket, new ArrayList<>());
    }

    static Wire opened(Server server, Planted planted) throws IOException {
        return new Wire(server.open(planted.ticket(server).ticket()));
    }

    static Wire welcomed(Server server, Planted planted) throws IOException {
        Wire wire = opened(server, planted);
        wire.send(Frames.hello(null, null).toString());
        wire.awaitFrame("welcome", Duration.ofSeconds(5));
        return wire;
    }

    /** How an attempt to connect ends: the HTTP status of a refused handshake, or the close code after it. */
    static int closeOf(Server server, String ticket, String origin) {
        try (var wire = new Wire(server.open(ticket, origin))) {
            wire.send(Frames.hello(null, null).toString());
            return wire.awaitClose(Duration.ofSeconds(3));
        } catch (Socket.NotOpened refused) {
            return refused.status;
        }
    }

    void send(String text) {
        socket.send(text);
    }

    /** The next frame of a kind; fails when the time or the connection runs out before. */
    JsonNode awaitFrame(String kind, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (socket.next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))) instanceof Socket.Frame frame) {
            var faults = FrameSchema.faultsOfServer(frame.json());
            if (!faults.isEmpty()) {
                throw new AssertionError("refused by the schema: " + faults);
            }
            seen.add(frame.json());
            if (frame.json().path("t").asText().equals(kind)) {
                return frame.json();
            }
        }
        throw new AssertionError("no " + kind + " came, after " + seen.size() + " other frames");
    }

    /** The close code; 0 when the connection was still open at the end of the time. */
    int awaitClose(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            switch (socket.next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                case Socket.Frame frame -> seen.add(frame.json());
                case Socket.Closed closed -> {
                    return closed.code();
                }
                case null -> {
                    return 0;
                }
            }
        }
    }

    long count(String kind) {
        return seen.stream()
                .filter(frame -> frame.path("t").asText().equals(kind))
                .count();
    }

    @Override
    public void close() {
        socket.close();
    }
}
