package io.attune.handoff.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Which of several nodes does what only one may do. A node that dies loses its duty when its time is up. */
@Singleton
public class DutyStore {
    private final Database database;

    DutyStore(Database database) {
        this.database = database;
    }

    /** Whether this node has the duty from now until then. */
    public boolean take(String name, String node, Instant now, Instant until) {
        return database.jdbi().withHandle(h -> {
            int changed = h.execute(
                    "update duty set node = ?, until = ? where name = ? and (node = ? or until < ?)",
                    node,
                    until.toEpochMilli(),
                    name,
                    node,
                    now.toEpochMilli());
            if (changed == 1) {
                return true;
            }
            try {
                return h.execute(
                                "insert into duty (name, node, until) values (?, ?, ?)",
                                name,
                                node,
                                until.toEpochMilli())
                        == 1;
            } catch (UnableToExecuteStatementException anotherWasFaster) {
                return false;
            }
        });
    }
}
