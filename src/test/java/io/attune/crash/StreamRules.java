package io.attune.crash;

import io.attune.crash.History.Connection;
import io.attune.crash.Violation.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stream that a client saw, over all its connections, is the log: complete, in order, the same events. */
final class StreamRules {
    private final List<Violation> found;
    private final String conv;
    private final Map<Long, Event> log;

    private StreamRules(Log log, List<Violation> found) {
        this.conv = log.conv();
        this.found = found;
        this.log = log.events().stream().collect(Collectors.toMap(Event::seq, event -> event, (a, b) -> a));
    }

    static void check(History history, Log log, List<Violation> found) {
        var rules = new StreamRules(log, found);
        history.connections().forEach(rules::contiguous);
        history.connections().forEach(rules::sameAsLog);
        if (!history.connections().isEmpty()) {
            rules.reachesHead(history.connections().getLast(), log.head());
        }
    }

    private void contiguous(Connection connection) {
        History.Resume resume = connection.resume();
        long expected = firstOf(connection);
        if (resume != null && resume.epoch().equals(connection.welcome().epoch())) {
            expected = resume.seq() + 1;
            if (!connection.welcome().recovered()) {
                report(Rule.NOT_RECOVERED, "resume after " + resume.seq());
            }
        }
        for (Event event : connection.events()) {
            if (event.seq() != expected) {
                report(Rule.STREAM_BROKEN, "expected " + expected + ", saw " + event.seq());
            }
            expected = event.seq() + 1;
        }
    }

    /** Where nothing was resumed the stream may begin with the past or with what is new, but may not leave a hole. */
    private static long firstOf(Connection connection) {
        long next = connection.welcome().seq() + 1;
        return connection.events().isEmpty()
                ? next
                : Math.min(next, connection.events().getFirst().seq());
    }

    private void sameAsLog(Connection connection) {
        for (Event seen : connection.events()) {
            Event stored = log.get(seen.seq());
            if (stored == null) {
                report(Rule.STREAM_DIFFERS, seen.seq() + " was seen and is not in the log");
            } else if (!stored.body().equals(seen.body())) {
                report(Rule.STREAM_DIFFERS, seen.seq() + " was seen otherwise, as " + seen.ev());
            }
        }
    }

    private void reachesHead(Connection last, long head) {
        long reached = last.events().isEmpty()
                ? last.welcome().seq()
                : last.events().getLast().seq();
        if (reached < head) {
            report(Rule.STREAM_BROKEN, "the stream ends at " + reached + ", the log at " + head);
        }
    }

    private void report(Rule rule, String detail) {
        found.add(new Violation(rule, conv, detail));
    }
}
