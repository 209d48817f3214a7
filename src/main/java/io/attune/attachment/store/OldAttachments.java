package io.attune.attachment.store;

import io.attune.database.Database;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Files go when they have been kept as long as conversations are, counted from the day they came. */
@Singleton
public class OldAttachments implements Retained {
    private final Database database;

    public OldAttachments(Database database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.CONVERSATIONS;
    }

    @Override
    public int removeBefore(Instant before) {
        return database.jdbi().inTransaction(h -> {
            h.execute(
                    "delete from attachment_part where attachment in (select id from attachment where at < ?" + NOT_HELD
                            + ")",
                    before.toEpochMilli());
            return h.execute("delete from attachment where at < ?" + NOT_HELD, before.toEpochMilli());
        });
    }
}
