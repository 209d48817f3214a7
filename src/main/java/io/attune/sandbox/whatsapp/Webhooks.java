package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers webhooks as the Cloud API does: signed, at least once, again when they are not taken, in no promised order. */
final class Webhooks implements AutoCloseable {
    private static final int TRIES = 12;
    /** How far behind every second one is when they are to be out of order. */
    private static final int OVERTAKEN_MS = 400;

    private final Settings settings;
    private final Phone phone;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks").daemon().factory());
    private final AtomicInteger count = new AtomicInteger();

    Webhooks(Settings settings, Phone phone) {
        this.settings = settings;
        this.phone = phone;
    }

    /** A message of the customer's. */
    void message(ObjectNode message) {
        Phone.Who who = phone.who();
        ObjectNode value = value();
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", who.name());
        contact.put("user_id", who.userId());
        message.put("from_user_id", who.userId());
        if (!who.hidden()) {
            contact.put("wa_id", who.number());
            message.put("from", who.number());
        }
        value.putArray("messages").add(message);
        deliver(value);
    }

    /** What became of a message to the phone. */
    void status(ObjectNode status) {
        ObjectNode value = value();
        value.putArray("statuses").add(status);
        deliver(value);
    }

    private ObjectNode value() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("messaging_product", "whatsapp")
                .putObject("metadata")
                .put("display_phone_number", "15550783881")
                .put("phone_number_id", settings.number());
        return value;
    }

    private void deliver(ObjectNode value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("object", "whatsapp_business_account");
        ArrayNode entries = body.putArray("entry");
        ObjectNode change = entries.addObject()
                .put("id", "102290129340398")
                .putArray("changes")
                .addObject();
        change.put("field", "messages").set("value", value);
        // As the real one writes it: other than in ASCII, it is escaped.
        byte[] bytes = escaped(body.toString()).getBytes(StandardCharsets.UTF_8);
        Mischief mischief = phone.mischief();
        boolean late = mischief.disorder() && count.getAndIncrement() % 2 == 0;
        int delay = mischief.delayMs() + (late ? OVERTAKEN_MS : 0);
        for (int i = 0; i < mischief.copies(); i++) {
            post(bytes, mischief.badSignature(), delay, 1);
        }
    }

    private static String escaped(String json) {
        var text = new StringBuilder();
        for (char c : json.toCharArray()) {
            if (c < 128) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.toString();
    }

    private void post(byte[] body, boolean bad, int delayMs, int attempt) {
        if (timer.isShutdown()) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(settings.webhook())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + hmac(bad ? "another secret" : settings.secret(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        timer.schedule(
                () -> http.sendAsync(request, BodyHandlers.discarding()).whenComplete((response, fault) -> {
                    boolean taken = fault == null && response.statusCode() / 100 == 2;
                    if (!taken && attempt < TRIES) {
                        post(
                                body,
                                bad && phone.mischief().badSignature(),
                                Math.min(500 << attempt, 30_000),
                                attempt + 1);
                    }
                }),
                delayMs,
                TimeUnit.MILLISECONDS);
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }
}
