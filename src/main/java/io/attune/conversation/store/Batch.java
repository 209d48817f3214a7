package io.attune.conversation.store;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.database.InCommit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appends that share one transaction. Each is judged by itself, in order, against what those before it have done. */
final class Batch {
    private final Connection connection;
    private final Map<String, Header> heads;
    private final Map<String, LogRows.Received> received;
    private final Map<String, Change> changed = new LinkedHashMap<>();
    private final List<Appended> outcomes = new ArrayList<>();

    /** What is written of a conversation at the end. */
    private static final class Change {
        final boolean fresh;
        Header header;

        @Nullable
        String snapshot;

        long snapshotSeq;

        Change(Header header, boolean fresh) {
            this.header = header;
            this.fresh = fresh;
        }
    }

    private Batch(Connection connection, Map<String, Header> heads, Map<String, LogRows.Received> received) {
        this.connection = connection;
        this.heads = heads;
        this.received = received;
    }

    /** Writes the appends; the caller commits. The outcomes stand in the order of the appends. */
    static List<Appended> write(Connection connection, List<Pending> appends) throws SQLException {
        var ids = new LinkedHashSet<String>();
        var keys = new LinkedHashSet<String>();
        for (Pending pending : appends) {
            if (pending.opening == null) {
                ids.add(pending.append.conv());
            }
            if (pending.append.inbound() != null) {
                keys.add(pending.append.inbound().key());
            }
        }
        // The locks come first: only then does a look at the sender's ids see what another node has just accepted.
        Map<String, Header> heads = LogRows.lock(connection, ids);
        Batch batch = new Batch(connection, heads, LogRows.received(connection, keys));
        try (PreparedStatement events = connection.prepareStatement(
                        "insert into event (conv, seq, at, body, turn, grounds) values (?,?,?,?,?,?)");
                PreparedStatement inbound = connection.prepareStatement(
                        "insert into inbound (id, conv, seq, hash, at) values (?,?,?,?,?)")) {
            for (Pending pending : appends) {
                batch.outcomes.add(batch.judge(pending, events, inbound));
            }
            batch.writeHeaders();
            events.executeBatch();
            inbound.executeBatch();
        }
        return batch.outcomes;
    }

    private Appended judge(Pending pending, PreparedStatement events, PreparedStatement inbound) throws SQLException {
        Append append = pending.append;
        Header head = pending.opening != null ? pending.opening.header() : heads.get(append.conv());
        if (head == null) {
            return new Appended.Unknown(append.conv());
        }
        Append.Inbound id = append.inbound();
        if (id != null && received.get(id.key()) instanceof LogRows.Received before) {
            return before.repeated(id.hash());
        }
        if (!append.guard().allows(head)) {
            return new Appended.Refused(head);
        }
        List<Entry> entries = pending.entries(head);
        Header after = add(pending, head, entries, events);
        if (id != null) {
            remember(id, after, pending, inbound);
        }
        for (InCommit other : append.with()) {
            other.write(connection);
        }
        return new Appended.Done(after, entries);
    }

    private Header add(Pending pending, Header head, List<Entry> entries, PreparedStatement events)
            throws SQLException {
        Header after = head;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            after = after.next(entry);
            events.setString(1, head.id());
            events.setLong(2, entry.seq());
            events.setLong(3, entry.at().toEpochMilli());
            events.setString(4, pending.bodies.get(i));
            events.setString(5, pending.turns.get(i));
            events.setString(6, pending.grounds.get(i));
            events.addBatch();
        }
        heads.put(head.id(), after);
        Change change = changed.computeIfAbsent(head.id(), id -> new Change(head, pending.opening != null));
        change.header = after;
        if (pending.snapshot != null) {
            change.snapshot = pending.snapshot;
            change.snapshotSeq = after.head();
        }
        return after;
    }

    private void remember(Append.Inbound id, Header after, Pending pending, PreparedStatement inbound)
            throws SQLException {
        received.put(id.key(), new LogRows.Received(after.id(), after.head(), id.hash()));
        inbound.setString(1, id.key());
        inbound.setString(2, after.id());
        inbound.setLong(3, after.head());
        inbound.setString(4, id.hash());
        inbound.setLong(5, pending.at.toEpochMilli());
        inbound.addBatch();
    }

    private void writeHeaders() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into conversation (head, owner, ownership,"
                        + " agent, last_customer, answered, pending_since, attempts, queued_at, priority, reason,"
                        + " changed_at, dialogs, id, stream, customer, channel, created_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
                PreparedStatement update = connection.prepareStatement("update conversation set head = ?, owner = ?,"
                        + " ownership = ?, agent = ?, last_customer = ?, answered = ?, pending_since = ?, attempts = ?,"
                        + " queued_at = ?, priority = ?, reason = ?, changed_at = ?, dialogs = ? where id = ?");
                PreparedStatement first =
                        connection.prepareStatement("insert into snapshot (seq, state, conv) values (?,?,?)");
                PreparedStatement next =
                        connection.prepareStatement("update snapshot set seq = ?, state = ? where conv = ?")) {
            for (Change change : changed.values()) {
                write(change, change.fresh ? insert : update);
                writeSnapshot(change, change.fresh ? first : next);
            }
            insert.executeBatch();
            update.executeBatch();
            first.executeBatch();
            next.executeBatch();
        }
    }

    private static void write(Change change, PreparedStatement row) throws SQLException {
        Header header = change.header;
        row.setLong(1, header.head());
        row.setString(2, header.owner().code());
        row.setLong(3, header.ownership());
        row.setString(4, header.agent());
        row.setLong(5, header.lastCustomer());
        row.setLong(6, header.answered());
        LogRows.setInstant(row, 7, header.pendingSince());
        row.setInt(8, header.attempts());
        LogRows.setInstant(row, 9, header.queuedAt());
        row.setInt(10, header.priority());
        row.setString(11, header.reason());
        row.setLong(12, header.changedAt().toEpochMilli());
        row.setString(13, header.dialogs());
        row.setString(14, header.id());
        if (change.fresh) {
            row.setString(15, header.stream());
            row.setString(16, header.customer());
            row.setString(17, header.channel().code());
            row.setLong(18, header.createdAt().toEpochMilli());
        }
        row.addBatch();
    }

    /** An opening always has one, so that it is there to be changed later. */
    private static void writeSnapshot(Change change, PreparedStatement row) throws SQLException {
        if (change.snapshot != null) {
            row.setLong(1, change.snapshotSeq);
            row.setString(2, change.snapshot);
            row.setString(3, change.header.id());
            row.addBatch();
        }
    }
}
