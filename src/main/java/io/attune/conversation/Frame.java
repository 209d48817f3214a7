package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.CsatRequested;
import io.attune.conversation.ConversationEvent.Described;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationEvent.Rated;
import io.attune.conversation.ConversationEvent.Status;
import io.attune.message.Content;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it travels: the {@code event} frame of {@code care.v1}. Every entry has one, so that the numbers have no
 * gaps; what is not for the customer is an empty {@code status} to them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"t", "seq", "conv", "at", "ev", "from", "cid", "content", "data"})
public record Frame(
        long seq,
        String conv,
        Instant at,
        String ev,
        Sender from,
        @Nullable String cid,
        @Nullable Content content,
        @Nullable Map<String, Object> data) {

    public String getT() {
        return "event";
    }

    public static Frame forCustomer(String conv, Entry entry) {
        return of(conv, entry, false);
    }

    /** The same, with what agents wrote for each other. */
    public static Frame forAgent(String conv, Entry entry) {
        return of(conv, entry, true);
    }

    private static Frame of(String conv, Entry entry, boolean agent) {
        ConversationEvent event = entry.event();
        Sender from = event.from();
        return switch (event) {
            case Message m ->
                new Frame(
                        entry.seq(),
                        conv,
                        entry.at(),
                        "message",
                        from,
                        m.cid(),
                        m.content(),
                        m.replyTo() == null ? null : Map.of("replyTo", m.replyTo()));
            case Status s -> frame(conv, entry, "status", from, data("state", s.state(), "replyTo", s.replyTo()));
            case Note n ->
                agent
                        ? frame(
                                conv,
                                entry,
                                "status",
                                from,
                                data("note", data("text", n.text(), "agent", from.id(), "whisper", n.whisper())))
                        : frame(conv, entry, "status", Sender.SYSTEM, null);
            case HandoffRequested r ->
                frame(
                        conv,
                        entry,
                        "handoff.requested",
                        from,
                        agent
                                ? data("reason", r.reason(), "sentence", r.sentence(), "rule", r.rule())
                                : data("reason", r.reason()));
            case HandoffQueued q ->
                frame(conv, entry, "handoff.queued", from, data("position", q.position(), "waitMs", q.waitMs()));
            case HandoffJoined j -> frame(conv, entry, "handoff.joined", from, null);
            case HandoffTransferred t ->
                frame(conv, entry, "handoff.transferred", from, agent ? data("to", t.to(), "note", t.note()) : null);
            case HandoffReturned r ->
                frame(conv, entry, "handoff.returned", from, agent ? data("instruction", r.instruction()) : null);
            case HandoffFailed f -> frame(conv, entry, "handoff.failed", from, data("reason", f.reason()));
            case Closed c ->
                frame(
                        conv,
                        entry,
                        "conversation.closed",
                        from,
                        agent ? data("code", c.code(), "note", c.note()) : data("code", c.code()));
            case CsatRequested q ->
                new Frame(entry.seq(), conv, entry.at(), "csat.requested", from, null, q.content(), null);
            case Described d ->
                frame(
                        conv,
                        entry,
                        "status",
                        from,
                        data("attributes", new TreeMap<>(d.attributes()), "verified", false));
            case Rated r ->
                frame(conv, entry, "status", from, data("csat", data("score", r.score(), "comment", r.comment())));
        };
    }

    private static Frame frame(String conv, Entry entry, String ev, Sender from, @Nullable Map<String, Object> data) {
        return new Frame(entry.seq(), conv, entry.at(), ev, from, null, null, data);
    }

    private static @Nullable Map<String, Object> data(@Nullable Object... pairs) {
        var data = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                data.put(String.valueOf(pairs[i]), value);
            }
        }
        return data.isEmpty() ? null : data;
    }
}
