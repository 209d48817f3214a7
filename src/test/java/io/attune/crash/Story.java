package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.crash.History.Accepted;
import io.attune.crash.History.Connection;
import io.attune.crash.History.Sent;
import io.attune.crash.History.Welcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a log and what a client saw of it, for the tests of the checker. Each step is also a way to plant a fault. */
final class Story {
    private static final String CONV = "c1";
    static final String EPOCH = "e1";

    private final List<Event> log = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<History.Reply> replies = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    static Story aStory() {
        return new Story();
    }

    /** A customer message the way it should go: sent, stored, acknowledged. */
    Story customer(String id, String text) {
        return sent(id, text).stored(id, text).accepted(id, log.size(), false);
    }

    Story sent(String id, String text) {
        sent.add(new Sent(id, text(text)));
        return this;
    }

    Story stored(String id, String text) {
        return log(event(log.size() + 1, "message", "customer", id, null, text));
    }

    Story accepted(String id, long seq, boolean dup) {
        return reply(new Accepted(id, seq, dup));
    }

    Story reply(History.Reply reply) {
        replies.add(reply);
        return this;
    }

    Story bot(@Nullable Integer replyTo, String text) {
        return log(event(log.size() + 1, "message", "bot", null, replyTo, text));
    }

    Story agent(String text) {
        return log(event(log.size() + 1, "message", "agent", null, null, text));
    }

    Story happens(String ev) {
        return log(event(log.size() + 1, ev, "system", null, null, ""));
    }

    Story log(Event event) {
        log.add(event);
        return this;
    }

    /** The client's connection from one seq (exclusive) to another (inclusive) of what stands in the log by now. */
    Story sees(long after, long through) {
        return sees(after, true, log.subList((int) after, (int) through));
    }

    Story sees(long after, boolean recovered, List<Event> events) {
        var resume = after == 0 ? null : new History.Resume(EPOCH, after);
        var welcome = new Welcome(CONV, EPOCH, after, after > 0 && recovered);
        connections.add(new Connection(resume, welcome, List.copyOf(events)));
        return this;
    }

    Story gets(String fault) {
        faults.add(fault);
        return this;
    }

    List<Event> events() {
        return log;
    }

    List<Violation> judged() {
        return judged(log.isEmpty() ? 0 : log.getLast().seq());
    }

    List<Violation> judged(long head) {
        if (connections.isEmpty()) {
            sees(0, false, log);
        }
        return Invariants.check(new History(CONV, sent, replies, connections, faults), new Log(CONV, head, log));
    }

    static Event event(long seq, String ev, String role, @Nullable String cid, @Nullable Integer replyTo, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("t", "event").put("seq", seq).put("conv", CONV).put("ev", ev);
        body.putObject("from").put("role", role);
        body.set("content", text(text));
        if (cid != null) {
            body.put("cid", cid);
        }
        if (replyTo != null) {
            body.putObject("data").put("replyTo", replyTo);
        }
        return Event.read(body);
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put("kind", "text").put("text", text);
    }
}
