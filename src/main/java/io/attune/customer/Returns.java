package io.attune.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What worked did not last when the customer is back with the same so soon. Seen when the ledger is read, so that it is
 * right in whatever order entries came in, and for every channel.
 */
public final class Returns {
    /** A later contact within this time means that it came back. */
    public static final Duration WITHIN = Duration.ofDays(14);

    /** Anything sooner belongs to the same contact. */
    private static final Duration CONTACT = Duration.ofHours(1);

    private Returns() {}

    /** @param entries newest first */
    public static List<LedgerEntry> marked(List<LedgerEntry> entries) {
        if (entries.stream().noneMatch(entry -> entry.outcome() == Outcome.WORKED)) {
            return entries;
        }
        var marked = new ArrayList<LedgerEntry>();
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            boolean back = entry.outcome() == Outcome.WORKED && isBack(entry, entries.subList(0, i));
            marked.add(back ? entry.ended(Outcome.CAME_BACK) : entry);
        }
        return marked;
    }

    private static boolean isBack(LedgerEntry worked, List<LedgerEntry> later) {
        return later.stream().anyMatch(entry -> {
            Duration after = Duration.between(worked.at(), entry.at());
            return after.compareTo(CONTACT) > 0
                    && after.compareTo(WITHIN) <= 0
                    && entry.isSame(worked.intent(), worked.words());
        });
    }
}
