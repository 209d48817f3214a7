package io.attune.integration;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.problem.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A past query from another system.
 *
 * @param channel any name, such as {@code phone}
 * @param remedy what was tried, if anything
 */
record PastQuery(
        @Nullable Instant at,
        @Nullable String channel,
        @Nullable String intent,
        @Nullable String remedy,
        @Nullable Outcome outcome) {
    private static final int MOST = 10_000;
    private static final int LONGEST_CHANNEL = 32;
    private static final int LONGEST_INTENT = 64;
    private static final int LONGEST_REMEDY = 128;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    LedgerEntry entry() {
        return new LedgerEntry(
                at == null ? Instant.EPOCH : at,
                String.valueOf(channel),
                String.valueOf(intent),
                remedy,
                outcome,
                null);
    }

    /** @throws io.attune.problem.ProblemException 400 with everything that is wrong, the first hundred at most */
    static void check(List<@Nullable PastQuery> entries, Instant now) {
        var faults = new Faults();
        faults.need(entries.size() <= MOST, "body", "must have at most " + MOST + " entries at once");
        for (int i = 0; i < entries.size() && faults.found().size() < 100; i++) {
            PastQuery entry = entries.get(i);
            if (entry == null) {
                faults.add("[" + i + "]", "must be an object");
            } else {
                entry.check("[" + i + "].", now, faults);
            }
        }
        faults.refuseIfAny();
    }

    private void check(String where, Instant now, Faults faults) {
        faults.need(at != null, where + "at", "is required")
                .need(at == null || at.isBefore(now.plus(CLOCKS_DIFFER)), where + "at", "lies in the future")
                .need(fits(channel, LONGEST_CHANNEL), where + "channel", "must have 1 to 32 characters")
                .need(fits(intent, LONGEST_INTENT), where + "intent", "must have 1 to 64 characters")
                .need(
                        remedy == null || fits(remedy, LONGEST_REMEDY),
                        where + "remedy",
                        "must have 1 to 128 characters");
    }

    private static boolean fits(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }
}
