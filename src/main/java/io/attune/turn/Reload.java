package io.attune.turn;

import io.attune.dialog.Fault;
import java.time.Instant;
import java.util.List;

/**
 * What came of reading the dialogs anew.
 *
 * @param version in force since
 * @param faults why they were refused; none where they were not
 */
public record Reload(Instant at, Outcome outcome, String version, List<Fault> faults) {
    public Reload {
        faults = List.copyOf(faults);
    }

    public enum Outcome {
        RELEASED,
        /** the files say what is in force already */
        UNCHANGED,
        /** they have faults: what was in force stays */
        REFUSED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
