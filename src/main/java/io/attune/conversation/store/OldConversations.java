package io.attune.conversation.store;

import io.attune.database.Database;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Conversations in which nothing has happened for long. */
@Singleton
public class OldConversations implements Retained {
    private static final int AT_ONCE = 200;

    private final Database database;

    public OldConversations(Database database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.CONVERSATIONS;
    }

    @Override
    public int removeBefore(Instant before) {
        int removed = 0;
        List<String> some;
        do {
            some = some(before);
            remove(some);
            removed += some.size();
        } while (some.size() == AT_ONCE);
        return removed;
    }

    private List<String> some(Instant before) {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select id from conversation where changed_at < ?" + NOT_HELD + " limit ?")
                                .bind(0, before.toEpochMilli())
                                .bind(1, AT_ONCE)
                                .mapTo(String.class)
                                .list());
    }

    private void remove(List<String> conversations) {
        try {
            database.jdbi().useTransaction(h -> {
                for (String conversation : conversations) {
                    LogRows.erase(h.getConnection(), conversation);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("old conversations cannot be removed", e);
        }
    }
}
