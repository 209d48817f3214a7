package io.attune.turn.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The versions of the dialogs that were in force, packed. A version that an open conversation goes by is kept, and so are
 * the latest ones.
 */
@Singleton
public class DialogReleases {
    private static final int PART = 512 << 10;

    private final Database database;

    public DialogReleases(Database database) {
        this.database = database;
    }

    /** Keeps a version that is put in force now; what is kept already stays as it is. */
    public void keep(String version, byte[] packed, Instant at) {
        try {
            database.jdbi().useTransaction(h -> {
                int known = h.execute("update dialog_release set at = ? where version = ?", at.toEpochMilli(), version);
                if (known == 0) {
                    insert(h, version, packed, at);
                }
            });
        } catch (UnableToExecuteStatementException e) {
            if (!isThereAlready(e)) {
                throw e;
            }
            // Another node came with the same files at the same moment.
        }
    }

    private static void insert(Handle handle, String version, byte[] packed, Instant at) {
        handle.execute("insert into dialog_release (version, at) values (?, ?)", version, at.toEpochMilli());
        for (int from = 0, part = 0; from < packed.length; from += PART, part++) {
            byte[] body = Arrays.copyOfRange(packed, from, Math.min(packed.length, from + PART));
            handle.execute(
                    "insert into dialog_release_part (version, part, body) values (?, ?, ?)", version, part, body);
        }
    }

    private static boolean isThereAlready(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException cause && "23505".equals(cause.getSQLState());
    }

    /** The packed files of a version; empty where it is not kept any more. */
    public Optional<byte[]> find(String version) {
        List<byte[]> parts = database.jdbi()
                .withHandle(h -> h.createQuery("select body from dialog_release_part where version = ? order by part")
                        .bind(0, version)
                        .mapTo(byte[].class)
                        .list());
        var whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return parts.isEmpty() ? Optional.empty() : Optional.of(whole.toByteArray());
    }

    /**
     * Drops what nobody goes by.
     *
     * @param latest how many of the latest are kept in any case
     * @return how many went
     */
    public int dropUnused(int latest) {
        return database.jdbi().inTransaction(h -> {
            List<String> unused = h.createQuery("select version from dialog_release where version not in"
                            + " (select dialogs from conversation where owner <> 'closed' and dialogs is not null)"
                            + " order by at desc, version offset ? rows")
                    .bind(0, latest)
                    .mapTo(String.class)
                    .list();
            for (String version : unused) {
                h.execute("delete from dialog_release_part where version = ?", version);
                h.execute("delete from dialog_release where version = ?", version);
            }
            return unused.size();
        });
    }
}
