package io.attune.crash;

import io.attune.crash.Violation.Rule;
import java.util.List;

/** The log by itself: numbered 1 to head without a gap. */
final class LogRules {
    private LogRules() {}

    static void check(Log log, List<Violation> found) {
        long expected = 1;
        for (Event event : log.events()) {
            if (event.seq() != expected) {
                found.add(new Violation(Rule.GAP, log.conv(), "expected seq " + expected + ", found " + event.seq()));
            }
            expected = event.seq() + 1;
        }
        if (log.head() != expected - 1) {
            found.add(new Violation(
                    Rule.GAP, log.conv(), "head says " + log.head() + ", the last event is " + (expected - 1)));
        }
    }
}
