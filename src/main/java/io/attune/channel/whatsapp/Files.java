package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.channel.Lanes;
import io.attune.channel.whatsapp.GraphApi.Answer;
import io.attune.channel.whatsapp.Hearing.Arrived;
import io.attune.channel.whatsapp.Lines.Line;
import io.attune.channel.whatsapp.store.MediaStore;
import io.attune.channel.whatsapp.store.MediaStore.Medium;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what customers send with their messages into our own store: the provider keeps it for some days and gives an
 * address for some minutes. Agents find it through a note in the conversation.
 */
@Singleton
public class Files implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Files.class);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(3);
    /** Few: a provider stops answering those who ask too often for what is not there. */
    private static final int ATTEMPTS = 3;

    private final MediaStore store;
    private final GraphApi api;
    private final Lines lines;
    private final Remarks remarks;
    private final WhatsAppConfig config;
    private final Clock clock;
    private final Lanes lanes;

    public Files(MediaStore store, GraphApi api, Lines lines, Remarks remarks, WhatsAppConfig config, Clock clock) {
        this.store = store;
        this.api = api;
        this.lines = lines;
        this.remarks = remarks;
        this.config = config;
        this.clock = clock;
        this.lanes = new Lanes("whatsapp-files", this::fetchNext, this::lookAround, LOOK_AROUND);
    }

    public void start() {
        lanes.start();
    }

    /** It is to be fetched. Asked for again, it is fetched once. */
    void want(Arrived arrived, Said.File file) {
        String id = UUID.nameUUIDFromBytes(
                        (arrived.peer().line() + "\n" + file.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        store.want(
                new Medium(
                        id,
                        arrived.peer().line(),
                        file.id(),
                        arrived.peer().customer(),
                        arrived.conv(),
                        file.kind(),
                        "wanted",
                        null,
                        0,
                        0),
                clock.instant());
        lanes.wake(id);
    }

    private Optional<Duration> fetchNext(String id) {
        Instant now = clock.instant();
        Optional<Medium> medium = store.take(id, now, now.plus(LEASE));
        medium.ifPresent(this::fetch);
        return Optional.empty();
    }

    private void fetch(Medium medium) {
        String fault;
        try {
            fault = lines.find(medium.line()).map(line -> fetch(medium, line)).orElse("no_line");
        } catch (RuntimeException e) {
            LOG.errorf("whatsapp file %s: %s", medium.id(), e.getClass().getName());
            fault = "failed";
        }
        if (!fault.isEmpty()) {
            boolean hopeless = fault.equals("too_large") || fault.equals("type") || fault.equals("no_line");
            if (hopeless || medium.attempts() + 1 >= ATTEMPTS) {
                store.refuse(medium.id(), fault);
                remarks.note(
                        medium.conv(),
                        "A file (" + medium.kind() + ") of the customer could not be kept: " + fault + ".");
            } else {
                store.again(medium.id(), fault, clock.instant().plus(Duration.ofSeconds(5L << 2 * medium.attempts())));
            }
        }
    }

    /** What went wrong, a code; empty when it is here. */
    private String fetch(Medium medium, Line line) {
        if (!(api.media(line, medium.external()) instanceof Answer.Fine fine)) {
            return "not_found";
        }
        JsonNode about = fine.body();
        if (about.path("file_size").asLong(0) > config.mediaBytes()) {
            return "too_large";
        }
        URI address = address(about.path("url").asText(""));
        if (address == null) {
            return "address";
        }
        try {
            HttpResponse<InputStream> response = api.download(line, address);
            try (InputStream body = response.body()) {
                return response.statusCode() == 200 ? keep(medium, body) : "http_" + response.statusCode();
            }
        } catch (IOException e) {
            return "lost";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    /** Our token goes along, so it goes nowhere without TLS but to where the API itself is. */
    private @Nullable URI address(String url) {
        try {
            URI address = URI.create(url);
            boolean sameHost = lines.api().getHost().equals(address.getHost());
            return "https".equals(address.getScheme()) || (sameHost && "http".equals(address.getScheme()))
                    ? address
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String keep(Medium medium, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, config.mediaBytes() + 1));
        if (bytes.length > config.mediaBytes()) {
            return "too_large";
        }
        Optional<String> type = FileType.of(bytes);
        if (type.isEmpty()) {
            return "type";
        }
        store.keep(medium.id(), type.get(), bytes);
        remarks.note(
                medium.conv(),
                "A file of the customer (" + type.get() + ", " + Math.max(1, bytes.length / 1000)
                        + " kB): /api/v1/media/" + medium.id());
        return "";
    }

    private void lookAround() {
        store.due(clock.instant()).forEach(lanes::wake);
    }

    void forget() {
        store.forget(clock.instant().minus(config.keepMedia()));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
