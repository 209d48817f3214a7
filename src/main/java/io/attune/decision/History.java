package io.attune.decision;

import io.attune.customer.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Reads the ledger. */
final class History {
    private static final Duration SAME_CONTACT = Duration.ofHours(1);

    private History() {}

    /**
     * Contacts among these entries, not older than {@code within}. A query is a contact; a remedy is one when no other entry
     * stands within an hour before it and no query within an hour after, as in imported histories that keep one row each.
     */
    static int contacts(List<LedgerEntry> entries, Instant now, Duration within) {
        var recent = entries.stream()
                .filter(entry -> !entry.at().isBefore(now.minus(within)))
                .sorted(Comparator.comparing(LedgerEntry::at))
                .toList();
        int count = 0;
        for (int i = 0; i < recent.size(); i++) {
            LedgerEntry entry = recent.get(i);
            if (entry.remedy() == null || standsAlone(recent, i)) {
                count++;
            }
        }
        return count;
    }

    private static boolean standsAlone(List<LedgerEntry> recent, int place) {
        Instant at = recent.get(place).at();
        for (int i = 0; i < recent.size(); i++) {
            LedgerEntry other = recent.get(i);
            boolean near = Duration.between(other.at(), at).abs().compareTo(SAME_CONTACT) <= 0;
            if (near && (i < place || i > place && other.remedy() == null)) {
                return false;
            }
        }
        return true;
    }

    static List<LedgerEntry> of(Situation situation, String intent) {
        return situation.customer().history().stream()
                .filter(entry -> entry.intent().equals(intent))
                .toList();
    }
}
