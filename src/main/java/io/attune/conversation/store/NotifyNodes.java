package io.attune.conversation.store;

import io.attune.conversation.Nodes;
import io.attune.conversation.NoticeJson;
import io.attune.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Nodes that tell each other by PostgreSQL's {@code NOTIFY}, apart from the commits: inside one it would make all of
 * them queue for one lock. Two threads and two connections, each taken anew after a fault.
 */
public final class NotifyNodes implements Nodes, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NotifyNodes.class);
    private static final String CHANNEL = "attune_nodes";
    /** PostgreSQL refuses payloads of 8,000 bytes and more. */
    private static final int LONGEST = 7_500;

    private static final int IDLE_MS = 10_000;
    private static final int AGAIN_MS = 1_000;

    private final Database database;
    private final NoticeJson json;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(20_000);
    private @Nullable Thread speaker;
    private @Nullable Thread hearer;
    private volatile boolean closing;

    public NotifyNodes(Database database, NoticeJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void tell(Notice notice) {
        if (!waiting.offer(json.write(notice))) {
            LOG.debug("the other nodes are told too slowly; they will find this in the log");
        }
    }

    @Override
    public void listen(Ear ear) {
        speaker = Thread.ofPlatform().name("nodes-speaker").daemon().start(() -> keepOn(this::speak));
        hearer = Thread.ofPlatform().name("nodes-hearer").daemon().start(() -> keepOn(open -> hear(open, ear)));
    }

    /** Work on a connection that goes on until it fails. */
    private interface Work {
        void on(Connection open) throws SQLException, InterruptedException;
    }

    private void keepOn(Work work) {
        while (!closing) {
            try (Connection open = database.connection()) {
                work.on(open);
            } catch (SQLException e) {
                LOG.warnf("the line to the other nodes broke (SQL state %s) and is taken up again", e.getSQLState());
                pause();
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak(Connection open) throws SQLException, InterruptedException {
        try (PreparedStatement notify = open.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            while (!closing) {
                notify.setString(1, payload(waiting.take()));
                notify.execute();
            }
        }
    }

    /** As many as fit: one statement tells what gathered while the last was on its way. */
    private String payload(String first) {
        var lines = new StringBuilder(first);
        for (String next = waiting.peek();
                next != null && lines.length() + 1 + next.length() < LONGEST;
                next = waiting.peek()) {
            lines.append('\n').append(waiting.remove());
        }
        return lines.toString();
    }

    private void hear(Connection open, Ear ear) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        ear.missed();
        PGConnection line = open.unwrap(PGConnection.class);
        while (!closing) {
            PGNotification[] told = line.getNotifications(IDLE_MS);
            var notices = new ArrayList<Notice>();
            for (PGNotification one : told == null ? new PGNotification[0] : told) {
                notices.addAll(json.read(one.getParameter()));
            }
            if (!notices.isEmpty()) {
                ear.heard(List.copyOf(notices));
            } else if (!open.isValid(5)) {
                throw new SQLException("silent", "08006");
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        for (Thread thread : new @Nullable Thread[] {speaker, hearer}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
