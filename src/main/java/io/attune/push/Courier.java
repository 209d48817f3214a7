package io.attune.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Sender;
import io.attune.message.Role;
import io.attune.push.store.PushStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes a push to the provider's server, once, and notes how it went. */
@ApplicationScoped
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int GONE = 410;
    private static final int PREVIEW = 120;
    private static final int LATEST = 100;

    private final PushStore store;
    private final ConversationLog log;
    private final PushConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    Courier(PushStore store, ConversationLog log, PushConfig config, ObjectMapper json, Clock clock) {
        this.store = store;
        this.log = log;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        check(config);
    }

    /**
     * What the provider's server gets.
     *
     * @param id the same for every attempt
     * @param seq of the latest message; the app asks for events after the last one that it has
     * @param unread messages since the device was last told, at most 100
     * @param preview the first words of the latest message, where the settings allow it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Push(
            String type,
            String id,
            String customer,
            String device,
            @Nullable String token,
            String conversation,
            long seq,
            int unread,
            Sender from,
            @Nullable String preview) {}

    boolean isReady() {
        return config.url().isPresent();
    }

    private static void check(PushConfig config) {
        config.url().ifPresent(url -> {
            boolean loopback = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
            if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && loopback)) {
                throw new IllegalStateException("attune.push.url must begin with https://");
            }
            if (config.secret().filter(secret -> secret.length() >= 32).isEmpty()) {
                throw new IllegalStateException("attune.push.secret must have at least 32 characters");
            }
        });
    }

    void deliver(Due due) {
        Optional<Device> device = store.find(due.customer(), due.device());
        List<Entry> news = log.read(due.conv(), Math.max(due.told(), due.seq() - LATEST), LATEST).stream()
                .filter(entry -> entry.event() instanceof Message m && m.from().role() != Role.CUSTOMER)
                .filter(entry -> device.map(Device::backgroundSince)
                        .filter(since -> !entry.at().isBefore(since))
                        .isPresent())
                .toList();
        if (device.isEmpty() || news.isEmpty()) {
            store.settled(due);
            return;
        }
        settle(due, post(push(due, device.get(), news)));
    }

    private Push push(Due due, Device device, List<Entry> news) {
        Message last = (Message) news.getLast().event();
        String words = last.content().words();
        return new Push(
                "messages.waiting",
                due.device() + "." + due.conv() + "." + news.getLast().seq(),
                due.customer(),
                due.device(),
                device.token(),
                due.conv(),
                news.getLast().seq(),
                news.size(),
                last.from(),
                config.preview() ? words.substring(0, Math.min(PREVIEW, words.length())) : null);
    }

    /** The status of the answer; 0 when there was none. */
    private int post(Push push) {
        try {
            Instant now = clock.instant();
            String body = json.writeValueAsString(push);
            HttpRequest request = HttpRequest.newBuilder(config.url().orElse(URI.create("about:blank")))
                    .timeout(config.timeout())
                    .header("Content-Type", "application/json")
                    .header("Attune-Delivery", push.id())
                    .header(Signature.HEADER, Signature.of(config.secret().orElse(""), now, body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e.getClass().getSimpleName());
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void settle(Due due, int status) {
        if (status >= 200 && status < 300) {
            store.settled(due);
        } else if (status == GONE) {
            store.remove(due.customer(), due.device());
        } else if (due.attempts() + 1 >= config.attempts()) {
            LOG.warnf("a push for conversation %s was given up; last answer %d", due.conv(), status);
            store.settled(due);
        } else {
            LOG.debugf("a push for conversation %s failed with %d and is tried again", due.conv(), status);
            store.failed(due, clock.instant().plus(wait(due.attempts())));
        }
    }

    private Duration wait(int failures) {
        Duration doubled = config.firstRetry().multipliedBy(1L << Math.min(failures, 20));
        return doubled.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : doubled;
    }
}
