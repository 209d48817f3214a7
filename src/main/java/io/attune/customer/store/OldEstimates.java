package io.attune.customer.store;

import io.attune.database.Database;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Estimates of customers of whom nothing new has been learnt for long: they would be wrong by now. */
@Singleton
public class OldEstimates implements Retained {
    private final Database database;

    public OldEstimates(Database database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.ESTIMATES;
    }

    @Override
    public int removeBefore(Instant before) {
        return database.jdbi()
                .withHandle(h -> h.execute(
                        "update customer set estimates = '' where estimates <> '' and changed_at < ?"
                                + " and restricted = false",
                        before.toEpochMilli()));
    }
}
