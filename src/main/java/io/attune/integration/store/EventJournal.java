package io.attune.integration.store;

import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.database.Retained;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Takes events in, each once, together with what they bring about. */
@Singleton
public class EventJournal implements Retained {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;

    EventJournal(Database database) {
        this.database = database;
    }

    /**
     * @param source with {@code id}: what an event is known by, see the CloudEvents specification
     * @param effects of the event; none when nothing comes of it
     */
    public record Entry(String source, String id, String type, List<InCommit> effects) {}

    /** All of them in one commit, or none. For each, whether it was new; one that was there already has no effect. */
    public List<Boolean> take(List<Entry> entries, Instant now) {
        try {
            return commit(entries, now);
        } catch (SQLException e) {
            if (isMeanwhile(e)) {
                return again(entries, now);
            }
            throw new IllegalStateException("events cannot be taken in", e);
        }
    }

    /** The same event, or one of the same customer, was taken in by somebody else at this moment: now it is there. */
    private List<Boolean> again(List<Entry> entries, Instant now) {
        try {
            return commit(entries, now);
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be taken in", e);
        }
    }

    private static boolean isMeanwhile(SQLException e) {
        return e instanceof SQLIntegrityConstraintViolationException || UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    private List<Boolean> commit(List<Entry> entries, Instant now) throws SQLException {
        return database.jdbi().inTransaction(h -> {
            var taken = new ArrayList<Boolean>();
            for (Entry entry : entries) {
                boolean isNew = add(h.getConnection(), entry, now);
                if (isNew) {
                    for (InCommit effect : entry.effects()) {
                        effect.write(h.getConnection());
                    }
                }
                taken.add(isNew);
            }
            return taken;
        });
    }

    private static boolean add(Connection connection, Entry entry, Instant now) throws SQLException {
        String id = hash(entry.source() + "\u0000" + entry.id());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event_taken (id, type, at)
                select cast(? as varchar(64)), cast(? as varchar(200)), cast(? as bigint)
                where not exists (select 1 from event_taken where id = ?)""")) {
            insert.setString(1, id);
            insert.setString(2, entry.type());
            insert.setLong(3, now.toEpochMilli());
            insert.setString(4, id);
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public int removeBefore(Instant before) {
        return database.jdbi()
                .withHandle(h -> h.execute("delete from event_taken where at < ?", before.toEpochMilli()));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
