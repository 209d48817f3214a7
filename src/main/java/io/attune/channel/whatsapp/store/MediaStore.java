package io.attune.channel.whatsapp.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of customers, in the database: so every node has them, and they are forgotten with everything else. */
@Singleton
public class MediaStore {
    private static final int CHUNK = 512_000;
    private static final String MEDIUM =
            "select id, line, external, customer, conv, kind, state, mime, bytes, attempts from channel_media ";

    private final Database database;

    public MediaStore(Database database) {
        this.database = database;
    }

    /** @param state wanted, here or refused; @param mime what it is, once it is here; @param bytes its size */
    public record Medium(
            String id,
            String line,
            String external,
            String customer,
            String conv,
            String kind,
            String state,
            @Nullable String mime,
            long bytes,
            int attempts) {}

    /** Adds it, unless it is there already. */
    public void want(Medium medium, Instant now) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        """
                insert into channel_media (id, channel, line, external, customer, conv, kind, state, bytes, attempts, due,
                    created_at)
                select ?, 'whatsapp', ?, ?, ?, ?, ?, 'wanted', 0, 0, ?, ?
                where not exists (select 1 from channel_media where id = ?)""",
                        medium.id(),
                        medium.line(),
                        medium.external(),
                        medium.customer(),
                        medium.conv(),
                        medium.kind(),
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        medium.id()));
    }

    /** Takes one to fetch it; empty when it is not due or somebody else is at it. */
    public Optional<Medium> take(String id, Instant now, Instant until) {
        Optional<Medium> medium = find(id).filter(found -> found.state().equals("wanted"));
        boolean mine = medium.isPresent()
                && database.jdbi()
                                .withHandle(h -> h.execute(
                                        "update channel_media set due = ?, attempts = attempts + 1"
                                                + " where id = ? and state = 'wanted' and due <= ?",
                                        until.toEpochMilli(),
                                        id,
                                        now.toEpochMilli()))
                        == 1;
        return mine ? medium : Optional.empty();
    }

    public Optional<Medium> find(String id) {
        return media("where id = ?", id).stream().findFirst();
    }

    public List<Medium> ofCustomer(String customer) {
        return media("where customer = ? order by created_at", customer);
    }

    private List<Medium> media(String where, String value) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(MEDIUM + where)
                        .bind(0, value)
                        .map((row, context) -> new Medium(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getLong(9),
                                row.getInt(10)))
                        .list());
    }

    public List<String> due(Instant now) {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select id from channel_media where state = 'wanted' and due <= ? limit 200")
                                .bind(0, now.toEpochMilli())
                                .mapTo(String.class)
                                .list());
    }

    public void keep(String id, String mime, byte[] bytes) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from channel_media_chunk where media = ?", id);
            for (int n = 0; n * CHUNK < bytes.length; n++) {
                byte[] chunk = Arrays.copyOfRange(bytes, n * CHUNK, Math.min(bytes.length, (n + 1) * CHUNK));
                h.createUpdate("insert into channel_media_chunk (media, n, bytes) values (?, ?, ?)")
                        .bind(0, id)
                        .bind(1, n)
                        .bind(2, chunk)
                        .execute();
            }
            h.execute(
                    "update channel_media set state = 'here', fault = null, mime = ?, bytes = ? where id = ?",
                    mime,
                    (long) bytes.length,
                    id);
        });
    }

    /** Writes a file out, a piece at a time. */
    public void write(String id, OutputStream out) {
        int n = 0;
        Optional<byte[]> chunk;
        do {
            int place = n++;
            chunk = database.jdbi()
                    .withHandle(h -> h.createQuery("select bytes from channel_media_chunk where media = ? and n = ?")
                            .bind(0, id)
                            .bind(1, place)
                            .map((row, context) -> row.getBytes(1))
                            .findFirst());
            try {
                out.write(chunk.orElse(new byte[0]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } while (chunk.isPresent());
    }

    public void refuse(String id, String fault) {
        database.jdbi()
                .useHandle(h ->
                        h.execute("update channel_media set state = 'refused', fault = ? where id = ?", fault, id));
    }

    public void again(String id, String fault, Instant due) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update channel_media set fault = ?, due = ? where id = ?", fault, due.toEpochMilli(), id));
    }

    public void forget(Instant before) {
        delete("created_at < ?", before.toEpochMilli());
    }

    public void erase(String customer) {
        delete("customer = ?", customer);
    }

    private void delete(String where, Object value) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "delete from channel_media_chunk where media in (select id from channel_media where " + where + ")",
                    value);
            h.execute("delete from channel_media where " + where, value);
        });
    }
}
