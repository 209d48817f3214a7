package io.attune.conversation;

import java.util.ArrayList;
import java.util.List;

/** Reading a whole log. */
public final class LogPages {
    private static final int PAGE = 1000;

    private LogPages() {}

    /** Every entry after {@code after}. */
    public static List<Entry> all(ConversationLog log, String conv, long after) {
        var entries = new ArrayList<Entry>();
        List<Entry> page;
        do {
            page = log.read(conv, entries.isEmpty() ? after : entries.getLast().seq(), PAGE);
            entries.addAll(page);
        } while (page.size() == PAGE);
        return entries;
    }
}
