package io.attune.decision;

import io.attune.customer.LedgerEntry;
import io.attune.customer.WordPrint;
import io.attune.decision.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Entries of the same query: of this intent, or in nearly the same words under another. */
    static List<LedgerEntry> of(Situation situation, String intent) {
        String words = words(situation, situation.memory(), intent);
        return situation.customer().history().stream()
                .filter(entry -> entry.isSame(intent, words))
                .toList();
    }

    /** The fingerprint of the words in which this intent was brought; null when they are not known or too few. */
    static @Nullable String words(Situation situation, Memory memory, String intent) {
        return situation.heard().stream()
                .filter(heard -> heard.choiceId() == null)
                .filter(heard -> heard.understanding().intent().equals(intent))
                .map(Heard::text)
                .findFirst()
                .or(() -> Optional.ofNullable(memory.goal())
                        .filter(goal -> intent.equals(goal.intent()))
                        .map(goal -> goal.text()))
                .flatMap(WordPrint::of)
                .orElse(null);
    }
}
