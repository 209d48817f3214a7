package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.crash.History.Accepted;
import io.attune.crash.History.Connection;
import io.attune.crash.History.Sent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that one client remembers of its conversation; used by the client's own thread alone. */
final class Memory {
    private final List<Sent> sent = new ArrayList<>();
    private final List<History.Reply> replies = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final List<Event> seen = new ArrayList<>();
    /** What is under way on this connection, by id, in the order of sending: true where the content is another one. */
    private final Map<String, Deque<Boolean>> underWay = new HashMap<>();

    void sends(String id, JsonNode content) {
        sent.add(new Sent(id, content));
    }

    /** A frame with this id goes out; {@code conflicting} when the id is known and its content another. */
    void underWay(String id, boolean conflicting) {
        underWay.computeIfAbsent(id, first -> new ArrayDeque<>()).add(conflicting);
    }

    void connects(History.@Nullable Resume resume, History.Welcome welcome) {
        underWay.clear();
        connections.add(new Connection(resume, welcome, new ArrayList<>()));
    }

    void receives(JsonNode frame) {
        faults.addAll(FrameSchema.faultsOfServer(frame));
        switch (frame.path("t").asText()) {
            case "event" -> sees(Event.read(frame));
            case "accepted" -> accepted(frame);
            case "error" -> refused(frame);
            default -> {}
        }
    }

    private void sees(Event event) {
        connections.getLast().events().add(event);
        if (event.seq() > lastSeq()) {
            seen.add(event);
        }
    }

    private void accepted(JsonNode frame) {
        String id = frame.path("id").asText();
        if (repliesToConflict(id)) {
            replies.add(new History.Conflict(id, null));
        } else {
            acknowledged.putIfAbsent(id, frame.path("seq").asLong());
            replies.add(new Accepted(
                    id, frame.path("seq").asLong(), frame.path("dup").asBoolean()));
        }
    }

    private void refused(JsonNode frame) {
        String id = frame.path("id").asText();
        String code = frame.path("code").asText();
        if (repliesToConflict(id)) {
            replies.add(new History.Conflict(id, code));
        } else {
            replies.add(new History.Refused(id, code));
        }
    }

    /** Replies to one id come in the order of its sends. */
    private boolean repliesToConflict(String id) {
        Deque<Boolean> sends = underWay.get(id);
        Boolean conflicting = sends == null ? null : sends.poll();
        return conflicting != null && conflicting;
    }

    boolean awaitsReply(String id) {
        Deque<Boolean> sends = underWay.get(id);
        return sends != null && !sends.isEmpty();
    }

    boolean isAcknowledged(String id) {
        return acknowledged.containsKey(id);
    }

    long seqOf(String id) {
        Long seq = acknowledged.get(id);
        if (seq == null) {
            throw new IllegalStateException(id + " is not acknowledged");
        }
        return seq;
    }

    /** What still has to be sent, or sent again, in order. */
    List<Sent> outbox() {
        return sent.stream()
                .filter(message -> !acknowledged.containsKey(message.id()))
                .toList();
    }

    /** Where to go on: the last seq that was seen, 0 when nothing was. */
    long lastSeq() {
        return seen.isEmpty() ? 0 : seen.getLast().seq();
    }

    Owner owner() {
        return Owner.atEndOf(seen);
    }

    /** Whether the customer message at this seq waits for nothing more: answered, or taken over from the bot. */
    boolean isSettled(long seq) {
        return owner() != Owner.BOT || seen.stream().anyMatch(event -> settles(event, seq));
    }

    private static boolean settles(Event event, long seq) {
        boolean answers = event.isMessageOf("bot") && event.replyTo() != null && event.replyTo() >= seq;
        return answers || (event.seq() > seq && Owner.BOT.after(event) != Owner.BOT);
    }

    @Nullable
    Connection lastConnection() {
        return connections.isEmpty() ? null : connections.getLast();
    }

    History history() {
        String conv =
                connections.isEmpty() ? "" : connections.getLast().welcome().conv();
        return new History(conv, sent, replies, connections, faults);
    }
}
