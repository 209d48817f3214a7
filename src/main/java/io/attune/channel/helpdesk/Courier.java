package io.attune.channel.helpdesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.channel.TimedSignature;
import io.attune.conversation.Entry;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.message.Channel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Takes one event to the helpdesk. */
@Singleton
class Courier implements AutoCloseable {
    private final HelpdeskConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    Courier(HelpdeskConfig config, ObjectMapper json, Clock clock) {
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    /**
     * What goes out.
     *
     * @param id the same each time that the event is told
     * @param owner who has the conversation now: bot, queue, agent or closed
     * @param event as agents see it
     */
    record Told(String id, String conv, String customer, Channel channel, String owner, Frame event) {}

    /** Whether the helpdesk has taken it: an answer of 2xx. */
    boolean tell(Header header, Entry entry) {
        String id = header.id() + "." + entry.seq();
        byte[] body = write(new Told(
                        id,
                        header.id(),
                        header.customer(),
                        header.channel(),
                        header.owner().code(),
                        Frame.forAgent(header.id(), entry)))
                .getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(config.url().orElseThrow()))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("X-Attune-Delivery", id)
                .header("X-Attune-Timestamp", timestamp)
                .header(
                        "X-Attune-Signature",
                        TimedSignature.of(timestamp, body, config.secret().orElseThrow()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an event", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
