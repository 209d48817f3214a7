package io.attune.attachment;

import io.attune.attachment.store.AttachmentStore;
import io.attune.database.InCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps files and gives them back. Who may see one is for the caller to judge. */
@ApplicationScoped
public class Attachments {
    private static final Duration UNATTACHED_FOR = Duration.ofHours(1);

    private final AttachmentStore store;
    private final AttachmentConfig config;
    private final Clock clock;
    private final FileType types = new FileType();

    Attachments(AttachmentStore store, AttachmentConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A file that came in.
     *
     * @param key the sender's own id of it, unique in the conversation
     * @param name as the sender calls it
     */
    public record Upload(
            String conv,
            String customer,
            String key,
            @Nullable String name,
            Path bytes) {}

    /**
     * Keeps a file, durably. What was never attached to a message is dropped after an hour.
     *
     * @throws IOException when the bytes cannot be read
     */
    public Kept keep(Upload upload) throws IOException {
        long length = Files.size(upload.bytes());
        if (length > config.largest().asLongValue()) {
            return new Kept.TooLarge(config.largest().asLongValue());
        }
        if (length == 0) {
            return new Kept.Empty();
        }
        String mime;
        try (InputStream bytes = Files.newInputStream(upload.bytes())) {
            mime = types.of(bytes).filter(config.types()::contains).orElse(null);
        }
        if (mime == null) {
            return new Kept.NotTaken();
        }
        Instant now = clock.instant();
        var attachment = new Attachment(
                id(upload),
                upload.conv(),
                upload.customer(),
                mime,
                FileName.fit(upload.name()),
                length,
                sha256(upload.bytes()),
                now);
        Optional<Attachment> before = store.find(attachment.id());
        if (before.isPresent()) {
            return before.get().sha256().equals(attachment.sha256()) ? new Kept.Done(before.get()) : new Kept.Clash();
        }
        if (store.count(upload.customer(), now.minus(config.per())) >= config.most()) {
            return new Kept.TooMany(config.most(), config.per());
        }
        store.dropUnattached(now.minus(UNATTACHED_FOR));
        store.add(attachment, upload.bytes());
        return new Kept.Done(attachment);
    }

    /** For the commit of the message that carries it. */
    public InCommit attach(Attachment attachment) {
        return AttachmentStore.attach(attachment.id());
    }

    public Optional<Attachment> find(String id) {
        return store.find(id);
    }

    /** The bytes, read piece by piece. */
    public InputStream open(Attachment attachment) {
        return store.open(attachment.id());
    }

    /** Sending again under the same key finds what is there, so nothing is kept twice; nobody can guess it. */
    private static String id(Upload upload) {
        byte[] digest = digest().digest((upload.customer() + "|" + upload.conv() + "|" + upload.key())
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
