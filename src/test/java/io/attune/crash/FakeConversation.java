package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A conversation's log in memory, right in every point but the planted one. It outlives the crashes of its server. */
final class FakeConversation {
    private record Known(long seq, JsonNode content) {}

    final String id;
    private final Bug bug;
    private final List<ObjectNode> events = new ArrayList<>();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<Object, Consumer<ObjectNode>> readers = new LinkedHashMap<>();
    private @Nullable ObjectNode heldBack;
    private long lastSeq;
    private long answeredThrough;
    private long lastCustomer;
    private int received;

    FakeConversation(String id, Bug bug) {
        this.id = id;
        this.bug = bug;
        append("bot", "message", Frames.text("Hello, I am the automated assistant."));
    }

    long head() {
        return lastSeq;
    }

    List<ObjectNode> after(long seq) {
        return events.stream().filter(event -> event.path("seq").asLong() > seq).toList();
    }

    void join(Object reader, Consumer<ObjectNode> events) {
        readers.put(reader, events);
    }

    void leave(Object reader) {
        readers.remove(reader);
    }

    void leaveAll() {
        readers.clear();
        heldBack = null;
    }

    /** Takes a message in and gives the reply frame. */
    ObjectNode receive(String cid, JsonNode content) {
        Known before = known.get(cid);
        if (before != null && bug != Bug.FORGETS_IDS) {
            return repeated(cid, before, content);
        }
        received++;
        if (bug == Bug.ACKNOWLEDGES_WITHOUT_STORING && received % 4 == 3) {
            return accepted(cid, lastSeq + 1);
        }
        ObjectNode event = event("customer", "message", content.deepCopy()).put("cid", cid);
        if (bug == Bug.CHANGES_WORDS && received % 4 == 3) {
            event.set("content", Frames.text("…"));
        }
        if (bug == Bug.SWAPS_MESSAGES && received % 4 == 2) {
            heldBack = event;
            known.put(cid, new Known(lastSeq + 2, content));
            return accepted(cid, lastSeq + 2);
        }
        long seq = append(event);
        lastCustomer = seq;
        known.put(cid, new Known(seq, content));
        if (heldBack != null) {
            lastCustomer = append(heldBack);
            heldBack = null;
        }
        if (received % 5 == 0) {
            visitOfAnAgent();
        }
        return accepted(cid, seq);
    }

    private ObjectNode repeated(String cid, Known before, JsonNode content) {
        if (!before.content().equals(content) && bug != Bug.LETS_CONFLICTS_THROUGH) {
            return Frames.frame("error").put("code", "id_conflict").put("id", cid);
        }
        ObjectNode again = accepted(cid, before.seq() + (bug == Bug.MOVES_REPEATED_IDS ? 1 : 0));
        return bug == Bug.KEEPS_QUIET_ABOUT_REPETITION ? again : again.put("dup", true);
    }

    /** The bot answers what is open; called some time after a message, and again when the server comes back. */
    void answer() {
        if (lastCustomer > answeredThrough) {
            answeredThrough = lastCustomer;
            if (bug != Bug.FORGETS_TO_ANSWER || lastCustomer % 3 > 0) {
                sayAsBot(lastCustomer);
            }
        }
    }

    void comeBack() {
        if (bug == Bug.ANSWERS_AGAIN_AFTER_A_CRASH && answeredThrough > 0) {
            sayAsBot(answeredThrough);
        }
        answer();
    }

    private void visitOfAnAgent() {
        append("system", "handoff.joined", Frames.object().put("kind", "notice"));
        append("agent", "message", Frames.text("I am a person."));
        if (bug == Bug.TALKS_OVER_THE_AGENT) {
            sayAsBot(lastCustomer);
        }
        append("system", "handoff.returned", Frames.object().put("kind", "notice"));
        answeredThrough = lastCustomer;
    }

    private void sayAsBot(long replyTo) {
        ObjectNode event = event("bot", "message", Frames.text("This is about " + replyTo));
        event.putObject("data").put("replyTo", replyTo);
        append(event);
    }

    private void append(String role, String ev, JsonNode content) {
        append(event(role, ev, content));
    }

    private ObjectNode event(String role, String ev, JsonNode content) {
        ObjectNode event = Frames.frame("event").put("conv", id).put("at", "2026-01-01T00:00:00Z");
        event.put("ev", ev).putObject("from").put("role", role);
        event.set("content", content);
        return event;
    }

    private long append(ObjectNode event) {
        lastSeq += bug == Bug.SKIPS_A_NUMBER && lastSeq == 3 ? 2 : 1;
        event.put("seq", lastSeq);
        events.add(event);
        List.copyOf(readers.values()).forEach(reader -> reader.accept(shown(event)));
        return lastSeq;
    }

    ObjectNode shown(ObjectNode event) {
        return switch (bug) {
            case SHOWS_SOMETHING_ELSE ->
                event.deepCopy().set("from", Frames.object().put("role", "system"));
            case SENDS_EVENTS_WITHOUT_TIME ->
                Objects.requireNonNull(event.deepCopy().without("at"));
            default -> event;
        };
    }

    private static ObjectNode accepted(String cid, long seq) {
        return Frames.frame("accepted").put("id", cid).put("seq", seq);
    }
}
