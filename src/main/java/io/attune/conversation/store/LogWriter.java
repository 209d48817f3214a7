package io.attune.conversation.store;

import io.attune.conversation.Appended;
import io.attune.conversation.LiveFeed;
import io.attune.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Commits appends in groups: a durable commit costs far more than a row, so whatever waits when the last commit ends goes
 * into the next one together. One thread, so appends of a node are in one order.
 *
 * <p>When a group fails, each of its appends is tried in a transaction of its own, so that only the one at fault fails.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);

    /** From so many at once on, a moment's patience makes the group larger, and so all of them cheaper. */
    private static final int BUSY = 3;

    private static final long PATIENCE_NANOS = 4_000_000;

    private final Database database;
    private final LiveFeed feed;
    private final int largestGroup;
    private final BlockingQueue<Pending> queue;
    private final Thread thread;
    private volatile boolean closing;

    /** The writer's own, so that readers waiting for the pool never hold it up. */
    private @Nullable Connection connection;

    LogWriter(Database database, LiveFeed feed, int largestGroup, int mostWaiting) {
        this.database = database;
        this.feed = feed;
        this.largestGroup = largestGroup;
        this.queue = new ArrayBlockingQueue<>(mostWaiting);
        this.thread = Thread.ofPlatform().name("log-writer").daemon().start(this::run);
    }

    /** @throws RejectedExecutionException when too much is waiting or the server is stopping */
    void submit(Pending pending) {
        if (closing || !queue.offer(pending)) {
            throw new RejectedExecutionException(closing ? "the server is stopping" : "the log is overloaded");
        }
    }

    private void run() {
        var group = new ArrayList<Pending>();
        while (!(closing && queue.isEmpty())) {
            try {
                Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, largestGroup - 1);
                    if (group.size() >= BUSY) {
                        LockSupport.parkNanos(PATIENCE_NANOS);
                        queue.drainTo(group, largestGroup - group.size());
                    }
                    commit(group);
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                LOG.error("the log writer met a fault and goes on", e);
                group.forEach(pending -> pending.outcome.completeExceptionally(e));
            } finally {
                group.clear();
            }
        }
        if (connection != null) {
            drop(connection);
        }
    }

    private void commit(List<Pending> group) {
        try {
            announce(group, write(group));
        } catch (SQLException | RuntimeException e) {
            if (group.size() == 1) {
                LOG.errorf(
                        e,
                        "an append to conversation %s failed",
                        group.getFirst().append.conv());
                group.getFirst().outcome.completeExceptionally(e);
            } else {
                group.forEach(pending -> commit(List.of(pending)));
            }
        }
    }

    private List<Appended> write(List<Pending> group) throws SQLException {
        Connection open = connection == null ? database.connection() : connection;
        connection = open;
        try {
            open.setAutoCommit(false);
            List<Appended> outcomes = Batch.write(open, group);
            open.commit();
            return outcomes;
        } catch (SQLException | RuntimeException e) {
            drop(open);
            throw e;
        }
    }

    /** After a fault nothing is assumed of a connection: the next group gets another. */
    private void drop(Connection broken) {
        connection = null;
        try (broken) {
            broken.rollback();
        } catch (SQLException e) {
            LOG.debugf("a broken connection could not be rolled back: %s", e.getSQLState());
        }
    }

    /** Senders first, listeners after: an acknowledgement comes before the event that it acknowledges. */
    private void announce(List<Pending> group, List<Appended> outcomes) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).outcome.complete(outcomes.get(i));
        }
        for (Appended outcome : outcomes) {
            if (outcome instanceof Appended.Done done) {
                feed.publish(done);
            }
        }
    }

    /** Writes what is waiting, then ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
