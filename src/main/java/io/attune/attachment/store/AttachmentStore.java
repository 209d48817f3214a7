package io.attune.attachment.store;

import io.attune.attachment.Attachment;
import io.attune.database.Database;
import io.attune.database.InCommit;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Files and their bytes, in parts: no database then has to hold one whole, nor do we. */
@Singleton
public class AttachmentStore {
    static final int PART = 262_144;

    private static final RowMapper<Attachment> ROW = (row, context) -> new Attachment(
            row.getString("id"),
            row.getString("conv"),
            row.getString("customer"),
            row.getString("mime"),
            row.getString("name"),
            row.getLong("bytes"),
            row.getString("sha256"),
            Instant.ofEpochMilli(row.getLong("at")));

    private final Database database;

    public AttachmentStore(Database database) {
        this.database = database;
    }

    public Optional<Attachment> find(String id) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from attachment where id = :id")
                        .bind("id", id)
                        .map(ROW)
                        .findOne());
    }

    public List<Attachment> of(String customer) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from attachment where customer = :customer order by at")
                        .bind("customer", customer)
                        .map(ROW)
                        .list());
    }

    /** How many a customer has sent since. */
    public int count(String customer, Instant since) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select count(*) from attachment where customer = :customer and at >= :since")
                        .bind("customer", customer)
                        .bind("since", since.toEpochMilli())
                        .mapTo(Integer.class)
                        .one());
    }

    public void add(Attachment attachment, Path file) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "insert into attachment (id, conv, customer, mime, name, bytes, sha256, attached, at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, false, ?)",
                    attachment.id(),
                    attachment.conv(),
                    attachment.customer(),
                    attachment.mime(),
                    attachment.name(),
                    attachment.bytes(),
                    attachment.sha256(),
                    attachment.at().toEpochMilli());
            addParts(h, attachment.id(), file);
        });
    }

    private static void addParts(Handle handle, String id, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                handle.execute(
                        "insert into attachment_part (attachment, part, body) values (?, ?, ?)", id, part++, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks it as part of a message, in the message's own commit. */
    public static InCommit attach(String id) {
        return connection -> {
            try (var update = connection.prepareStatement("update attachment set attached = true where id = ?")) {
                update.setString(1, id);
                update.executeUpdate();
            }
        };
    }

    public InputStream open(String id) {
        return new PartsStream(part -> database.jdbi()
                .withHandle(
                        h -> h.createQuery("select body from attachment_part where attachment = :id and part = :part")
                                .bind("id", id)
                                .bind("part", part)
                                .mapTo(byte[].class)
                                .findOne()));
    }

    /** Forgets files that never became part of a message. */
    public void dropUnattached(Instant before) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "delete from attachment_part where attachment in"
                            + " (select id from attachment where attached = false and at < ?)",
                    before.toEpochMilli());
            h.execute("delete from attachment where attached = false and at < ?", before.toEpochMilli());
        });
    }

    public void erase(String customer) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "delete from attachment_part where attachment in (select id from attachment where customer = ?)",
                    customer);
            h.execute("delete from attachment where customer = ?", customer);
        });
    }
}
