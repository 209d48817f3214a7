package io.attune.crash;

import java.util.ArrayList;
import java.util.List;

/** Holds what a client observed against the final log. Pure: the same history and log give the same violations. */
final class Invariants {
    private Invariants() {}

    static List<Violation> check(History history, Log log) {
        var found = new ArrayList<Violation>();
        history.faults().forEach(fault -> found.add(new Violation(Violation.Rule.SCHEMA, history.conv(), fault)));
        LogRules.check(log, found);
        AcknowledgementRules.check(history, log, found);
        AnswerRules.check(log, found);
        StreamRules.check(history, log, found);
        return found;
    }
}
