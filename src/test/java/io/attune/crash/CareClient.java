package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A faithful client of {@code care.v1} in one conversation: comes back after every loss of the connection, resumes
 * where it was, and sends again, with the same ids and in the same order, whatever was not acknowledged. One thread.
 */
final class CareClient implements AutoCloseable {
    private static final Duration RESEND_AFTER = Duration.ofSeconds(3);

    private final Server server;
    private final String name;
    private final Acknowledgements acknowledgements;
    private final Memory memory = new Memory();
    private @Nullable String visitor;
    private @Nullable Socket socket;
    private long connectedAt;
    private int messages;

    CareClient(Server server, String name, Acknowledgements acknowledgements) {
        this(server, name, acknowledgements, null);
    }

    /** @param visitor the device's secret; null for a new device */
    CareClient(Server server, String name, Acknowledgements acknowledgements, @Nullable String visitor) {
        this.visitor = visitor;
        this.server = server;
        this.name = name;
        this.acknowledgements = acknowledgements;
    }

    Memory memory() {
        return memory;
    }

    /** Sends a new message and gives its id; does not wait for anything. */
    String send(String text) {
        String id = name + "-" + ++messages;
        memory.sends(id, Frames.text(text));
        sendAgain(id, Frames.text(text));
        return id;
    }

    /** Sends a known id once more. */
    void sendAgain(String id, JsonNode content) {
        put(id, content, false);
    }

    /** Sends a known id with other content, which has to be refused. */
    void sendConflict(String id, String otherText) {
        put(id, Frames.text(otherText), true);
    }

    private void put(String id, JsonNode content, boolean conflicting) {
        JsonNode frame = Frames.send(id, content);
        var faults = FrameSchema.faultsOfClient(frame);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("this client is at fault: " + faults);
        }
        if (socket != null) {
            memory.underWay(id, conflicting);
            socket.send(frame.toString());
        }
    }

    void composing(String state) {
        if (socket != null) {
            socket.send(Frames.composing(state).toString());
        }
    }

    /** Takes what arrives, coming back when the connection is lost, until the condition holds; false when it never does. */
    boolean await(Duration within, BooleanSupplier condition) {
        long deadline = System.nanoTime() + within.toNanos();
        long quietSince = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            if (socket == null) {
                connect(deadline);
                continue;
            }
            switch (socket.next(Duration.ofMillis(20))) {
                case Socket.Frame frame -> {
                    take(frame);
                    quietSince = System.nanoTime();
                }
                case Socket.Closed closed -> drop();
                case null -> {
                    if (System.nanoTime() - quietSince > RESEND_AFTER.toNanos()) {
                        resendOutbox();
                        quietSince = System.nanoTime();
                    }
                }
            }
        }
        return true;
    }

    /** Loses the connection, as a phone in a tunnel does. */
    void drop() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** Waits until nothing is open any more, reads the log, and the stream up to the log's head. */
    Log settle(Duration patience) throws IOException {
        await(patience, () -> memory.lastConnection() != null && memory.outbox().isEmpty() && isQuiet());
        History.Connection last = memory.lastConnection();
        if (last == null || visitor == null) {
            throw new AssertionError(name + " never got a connection");
        }
        Log log = server.log(last.welcome().conv(), visitor);
        await(patience, () -> memory.lastSeq() >= log.head());
        return log;
    }

    private boolean isQuiet() {
        var sent = memory.history().sent();
        return sent.isEmpty() || memory.isSettled(memory.seqOf(sent.getLast().id()));
    }

    private void take(Socket.Frame frame) {
        memory.receives(frame.json());
        if (frame.json().path("t").asText().equals("accepted")) {
            acknowledgements.note(connectedAt, frame.at());
        }
    }

    private void resendOutbox() {
        memory.outbox().forEach(message -> sendAgain(message.id(), message.content()));
    }

    private void connect(long deadline) {
        while (socket == null && System.nanoTime() < deadline) {
            try {
                hello();
            } catch (IOException | AssertionError away) {
                drop();
                pause(Duration.ofMillis(50));
            }
        }
    }

    private void hello() throws IOException {
        Server.Ticket ticket = server.ticket(visitor);
        visitor = ticket.visitor();
        connectedAt = System.nanoTime();
        Socket fresh = server.open(ticket.ticket());
        socket = fresh;
        History.Connection last = memory.lastConnection();
        String conv = last == null ? null : last.welcome().conv();
        History.Resume resume =
                last == null ? null : new History.Resume(last.welcome().epoch(), memory.lastSeq());
        fresh.send(Frames.hello(conv, resume).toString());
        switch (fresh.next(Duration.ofSeconds(5))) {
            case Socket.Frame(JsonNode json, long at)
            when json.path("t").asText().equals("welcome") -> {
                memory.receives(json);
                memory.connects(
                        resume,
                        new History.Welcome(
                                json.path("conv").asText(),
                                json.path("epoch").asText(),
                                json.path("seq").asLong(),
                                json.path("recovered").asBoolean()));
                resendOutbox();
            }
            case Socket.Frame other -> throw new IOException("no welcome but " + other.json());
            case Socket.Closed closed -> throw new IOException("closed with " + closed.code());
            case null -> throw new IOException("no welcome in time");
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        drop();
    }
}
