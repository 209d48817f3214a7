package io.attune.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jboss.logging.Logger;

/**
 * Removes what deleted rows leave in the embedded database's file. H2 marks their pages as free and keeps the bytes until it
 * happens to use the place again; here the file is written together anew, so that no free place is left in it. With
 * PostgreSQL it is noted, and done at night ({@link TableFiles}).
 */
final class Traces implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Traces.class);
    private static final int DELAY_SECONDS = 1;
    private static final int MOST_MS = 5000;
    private static final int ROUNDS = 3;
    private static final int LAST_SECONDS = 20;

    private final Database database;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("traces").daemon().factory());

    Traces(Database database) {
        this.database = database;
    }

    /** Several erasures of a moment are one piece of work. */
    void removeSoon() {
        if (database.shared()) {
            note();
        } else if (waiting.compareAndSet(false, true)) {
            var unused = thread.schedule(this::remove, DELAY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void note() {
        try (Connection connection = database.connection()) {
            TableFiles.isDue(connection);
        } catch (SQLException e) {
            LOG.errorf(
                    "it was not noted that something was erased: %s",
                    e.getClass().getName());
        }
    }

    private void remove() {
        waiting.set(false);
        try (Connection connection = database.connection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            if (!store.isPersistent()) {
                return;
            }
            int retention = store.getRetentionTime();
            // Until then old places are kept, against a disk that writes in another order; a round ends with a sync.
            store.setRetentionTime(0);
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    store.compactFile(MOST_MS);
                }
            } finally {
                store.setRetentionTime(retention);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(
                    "the file keeps traces of what was erased until it is next compacted: %s",
                    e.getClass().getName());
        }
    }

    /** Never interrupted: that would close the file under everybody else. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("stopping while traces of what was erased are being removed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
