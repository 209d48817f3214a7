package io.attune.channel.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The webhook: {@code /webhooks/whatsapp}. What is genuine is stored, acknowledged, and worked on afterwards: the provider
 * takes a slow answer for none, and stops asking those who are often slow.
 */
@ApplicationScoped
class WebhookRoute {
    static final String PATH = "/webhooks/whatsapp";

    private static final Logger LOG = Logger.getLogger(WebhookRoute.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The provider's deliveries have at most 3 MB. */
    private static final long LARGEST = 3 << 20;
    /** Apart from the threads of everything else, so that nothing else can keep an acknowledgement waiting. */
    private static final int THREADS = 4;

    private final Lines lines;
    private final Arrivals arrivals;
    private final MeterRegistry meters;
    private final Timer acknowledged;
    private final WorkerExecutor workers;

    WebhookRoute(Lines lines, Arrivals arrivals, MeterRegistry meters, Vertx vertx) {
        this.lines = lines;
        this.arrivals = arrivals;
        this.meters = meters;
        this.acknowledged = meters.timer("attune.whatsapp.acknowledged");
        this.workers = vertx.createSharedWorkerExecutor("whatsapp-webhook", THREADS);
    }

    void route(@Observes Router router) {
        if (lines.isOn()) {
            router.get(PATH).handler(this::handshake);
            router.post(PATH)
                    .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
                    .handler(this::take);
        }
    }

    private void handshake(RoutingContext request) {
        String token = request.request().getParam("hub.verify_token", "");
        String challenge = request.request().getParam("hub.challenge", "");
        boolean known = "subscribe".equals(request.request().getParam("hub.mode"))
                && MessageDigest.isEqual(bytes(token), bytes(lines.verifyToken()));
        if (known && !challenge.isEmpty()) {
            request.response().putHeader("Content-Type", "text/plain").end(challenge);
        } else {
            count("handshake_refused");
            request.response().setStatusCode(403).end();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void take(RoutingContext request) {
        long start = System.nanoTime();
        byte[] body = request.body().buffer() == null
                ? new byte[0]
                : request.body().buffer().getBytes();
        String signature = request.request().getHeader("X-Hub-Signature-256");
        boolean one = request.request().headers().getAll("X-Hub-Signature-256").size() == 1;
        workers.executeBlocking(() -> store(body, one ? signature : null), false)
                .onSuccess(status -> {
                    request.response().setStatusCode(status).end();
                    acknowledged.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                })
                .onFailure(fault -> {
                    LOG.error("whatsapp: a webhook could not be stored; the provider sends it again", fault);
                    count("not_stored");
                    request.response().setStatusCode(503).end();
                });
    }

    private int store(byte[] body, @org.jspecify.annotations.Nullable String signature) {
        if (!Signature.genuine(signature, body, lines.secrets())) {
            count("bad_signature");
            return 401;
        }
        JsonNode delivery;
        try {
            delivery = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            delivery = null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<Event> events = delivery == null ? List.of() : Event.of(delivery);
        if (events.isEmpty()) {
            // Genuine, and of no use to us: sent again it would be no better.
            count("nothing_in_it");
            return 200;
        }
        count("genuine");
        arrivals.store(events);
        return 200;
    }

    private void count(String result) {
        meters.counter("attune.whatsapp.webhooks", "result", result).increment();
    }
}
