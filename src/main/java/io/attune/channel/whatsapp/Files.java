package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.attachment.Attachment;
import io.attune.attachment.AttachmentConfig;
import io.attune.attachment.Attachments;
import io.attune.attachment.Kept;
import io.attune.channel.whatsapp.GraphApi.Answer;
import io.attune.channel.whatsapp.Hearing.Arrived;
import io.attune.channel.whatsapp.Lines.Line;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what customers send with their messages into our own store: the provider keeps it for some days, and gives an
 * address for some minutes. The limits are those of every other file of a customer.
 */
@Singleton
public class Files {
    private final Attachments attachments;
    private final AttachmentConfig limits;
    private final GraphApi api;
    private final Lines lines;

    public Files(Attachments attachments, AttachmentConfig limits, GraphApi api, Lines lines) {
        this.attachments = attachments;
        this.limits = limits;
        this.api = api;
        this.lines = lines;
    }

    /** How fetching a file ended. */
    sealed interface Fetched {
        record Here(Attachment attachment) implements Fetched {}

        /** @param why a few words for agents; @param again whether a further attempt may do better */
        record Not(String why, boolean again) implements Fetched {}
    }

    /** Fetches a file and keeps it. The same file of the same message is kept once. */
    Fetched fetch(Arrived arrived, Said.File file) {
        Optional<Line> line = lines.find(arrived.peer().line());
        if (line.isEmpty()) {
            return new Fetched.Not("its number is not ours any more", false);
        }
        if (!(api.media(line.get(), URLEncoder.encode(file.id(), StandardCharsets.UTF_8))
                instanceof Answer.Fine fine)) {
            return new Fetched.Not("the provider did not give it", true);
        }
        JsonNode about = fine.body();
        URI address = address(about.path("url").asText(""));
        if (address == null || about.path("file_size").asLong(0) > most()) {
            return address == null ? new Fetched.Not("its address is not to be trusted", false) : tooLarge();
        }
        try {
            Path bytes = java.nio.file.Files.createTempFile("attune-whatsapp-", "");
            try {
                return load(line.get(), address, bytes).orElseGet(() -> keep(arrived, file, bytes));
            } finally {
                java.nio.file.Files.deleteIfExists(bytes);
            }
        } catch (IOException e) {
            return new Fetched.Not("it got lost on the way", true);
        }
    }

    private long most() {
        return limits.largest().asLongValue();
    }

    private static Fetched tooLarge() {
        return new Fetched.Not("it is too large", false);
    }

    /** Our token goes along, so it goes nowhere without TLS but to where the API itself is. */
    private @Nullable URI address(String url) {
        try {
            URI address = URI.create(url);
            boolean home = lines.api().getHost().equals(address.getHost())
                    && lines.api().getPort() == address.getPort()
                    && "http".equals(address.getScheme());
            return "https".equals(address.getScheme()) || home ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What went wrong, if anything. */
    private Optional<Fetched> load(Line line, URI address, Path to) throws IOException {
        try {
            HttpResponse<InputStream> response = api.download(line, address);
            try (InputStream body = response.body();
                    OutputStream out = java.nio.file.Files.newOutputStream(to)) {
                if (response.statusCode() != 200) {
                    return Optional.of(new Fetched.Not("the provider did not give it", true));
                }
                long length = 0;
                byte[] part = new byte[64 << 10];
                for (int read = body.read(part); read >= 0; read = body.read(part)) {
                    length += read;
                    if (length > most()) {
                        return Optional.of(tooLarge());
                    }
                    out.write(part, 0, read);
                }
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Fetched.Not("we were stopped", true));
        }
    }

    private Fetched keep(Arrived arrived, Said.File file, Path bytes) {
        try {
            var upload = new Attachments.Upload(
                    arrived.conv(), arrived.peer().customer(), arrived.cid(), file.name(), bytes);
            return switch (attachments.keep(upload)) {
                case Kept.Done done -> new Fetched.Here(done.attachment());
                case Kept.TooLarge large -> tooLarge();
                case Kept.Empty empty -> new Fetched.Not("it is empty", false);
                case Kept.NotTaken other -> new Fetched.Not("its type is not taken", false);
                case Kept.TooMany many -> new Fetched.Not("the customer has sent too many", false);
                case Kept.Clash clash -> new Fetched.Not("another file has its name", false);
            };
        } catch (IOException e) {
            return new Fetched.Not("it could not be written", true);
        }
    }
}
