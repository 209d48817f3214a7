package io.attune.integration.store;

import io.attune.database.Database;
import io.attune.database.InCommit;
import java.sql.SQLException;
import java.util.List;

/** Many small writes in one commit, where each on its own would wait for the disk. */
public final class Together {
    private final Database database;

    public Together(Database database) {
        this.database = database;
    }

    /** All of them. Should they not go together, one by one. */
    public void write(List<InCommit> writes) {
        try {
            commit(writes);
        } catch (SQLException together) {
            for (InCommit write : writes) {
                alone(write);
            }
        }
    }

    private void alone(InCommit write) {
        try {
            commit(List.of(write));
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a row", e);
        }
    }

    private void commit(List<InCommit> writes) throws SQLException {
        database.jdbi().useTransaction(h -> {
            for (InCommit write : writes) {
                write.write(h.getConnection());
            }
        });
    }
}
