package io.attune.diagnostics.store;

import io.attune.database.Database;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Outages and line faults that have been over for long. */
@Singleton
public class OldReports implements Retained {
    private final Database database;

    public OldReports(Database database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public int removeBefore(Instant before) {
        return database.jdbi()
                .inTransaction(h -> h.execute("delete from outage where ended_at < ?", before.toEpochMilli())
                        + h.execute("delete from line_fault where ended_at < ?" + NOT_HELD, before.toEpochMilli()));
    }
}
