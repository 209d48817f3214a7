package io.attune.customer.store;

import io.attune.database.Database;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Queries and remedies of long ago. */
@Singleton
public class OldHistory implements Retained {
    private static final int AT_ONCE = 1000;
    private static final String SOME =
            "delete from ledger where id in (select id from ledger where at < ?" + NOT_HELD + " order by at limit ?)";

    private final Database database;

    public OldHistory(Database database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.HISTORY;
    }

    @Override
    public int removeBefore(Instant before) {
        int removed = 0;
        int now;
        do {
            now = database.jdbi().withHandle(h -> h.execute(SOME, before.toEpochMilli(), AT_ONCE));
            removed += now;
        } while (now == AT_ONCE);
        return removed;
    }
}
