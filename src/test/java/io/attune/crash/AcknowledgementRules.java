package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.crash.History.Accepted;
import io.attune.crash.History.Conflict;
import io.attune.crash.History.Refused;
import io.attune.crash.Violation.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was acknowledged stands in the log: once, unchanged, where the acknowledgement said, in the order of sending. */
final class AcknowledgementRules {
    private final History history;
    private final Log log;
    private final List<Violation> found;
    private final Map<String, JsonNode> sent = new LinkedHashMap<>();
    private final Map<String, List<Event>> stored = new HashMap<>();

    private AcknowledgementRules(History history, Log log, List<Violation> found) {
        this.history = history;
        this.log = log;
        this.found = found;
        history.sent().forEach(message -> sent.putIfAbsent(message.id(), message.content()));
        for (Event event : log.events()) {
            if (event.isMessageOf("customer")) {
                stored.computeIfAbsent(Objects.requireNonNullElse(event.cid(), ""), cid -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    static void check(History history, Log log, List<Violation> found) {
        var rules = new AcknowledgementRules(history, log, found);
        rules.repliesAgree();
        rules.storedOnce();
        rules.storedAsSent();
        rules.storedInOrder();
    }

    private void repliesAgree() {
        var seqs = new HashMap<String, Long>();
        for (History.Reply reply : history.replies()) {
            switch (reply) {
                case Accepted accepted -> accepted(accepted, seqs.putIfAbsent(accepted.id(), accepted.seq()));
                case Refused refused -> {
                    if (refused.code().equals("id_conflict")) {
                        report(Rule.CONFLICT_MISJUDGED, refused.id() + " was refused, its content never changed");
                    }
                }
                case Conflict conflict -> {
                    if (!"id_conflict".equals(conflict.code())) {
                        report(Rule.CONFLICT_MISJUDGED, conflict.id() + " with other content got " + conflict.code());
                    }
                }
            }
        }
    }

    private void accepted(Accepted accepted, @Nullable Long before) {
        if (before != null && before != accepted.seq()) {
            report(Rule.ID_MOVED, accepted.id() + " was " + before + ", then " + accepted.seq());
        }
        if (before != null && !accepted.dup()) {
            report(Rule.DUP_UNMARKED, accepted.id() + " at " + accepted.seq());
        }
        boolean there =
                stored.getOrDefault(accepted.id(), List.of()).stream().anyMatch(event -> event.seq() == accepted.seq());
        if (!there) {
            report(Rule.ACKNOWLEDGED_MISSING, accepted.id() + " at " + accepted.seq());
        }
    }

    private void storedOnce() {
        stored.forEach((id, events) -> {
            if (events.size() > 1) {
                report(
                        Rule.DOUBLED,
                        id + " at " + events.stream().map(Event::seq).toList());
            }
        });
    }

    private void storedAsSent() {
        stored.forEach((id, events) -> {
            JsonNode content = sent.get(id);
            if (content == null) {
                report(Rule.INVENTED, "'" + id + "' at " + events.getFirst().seq());
            } else if (events.stream().anyMatch(event -> !contains(event.content(), content))) {
                report(Rule.ALTERED, id + " at " + events.getFirst().seq());
            }
        });
    }

    /** The server may add to a content (the title of a picked choice) but not change what was sent. */
    private static boolean contains(JsonNode whole, JsonNode part) {
        return part.properties().stream().allMatch(field -> field.getValue().equals(whole.get(field.getKey())));
    }

    private void storedInOrder() {
        long last = 0;
        for (String id : sent.keySet()) {
            List<Event> events = stored.getOrDefault(id, List.of());
            if (!events.isEmpty()) {
                long seq = events.getFirst().seq();
                if (seq < last) {
                    report(Rule.REORDERED, id + " at " + seq + " was sent after the message at " + last);
                }
                last = Math.max(last, seq);
            }
        }
    }

    private void report(Rule rule, String detail) {
        found.add(new Violation(rule, log.conv(), detail));
    }
}
