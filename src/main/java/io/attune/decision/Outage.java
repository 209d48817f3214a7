package io.attune.decision;

import io.attune.diagnostics.Diagnosis;

/** A known outage where the customer lives. */
final class Outage {
    private Outage() {}

    static boolean known(Diagnosis diagnosis) {
        return diagnosis
                .value("outage.area")
                .filter(area -> !area.equals("none"))
                .isPresent();
    }
}
