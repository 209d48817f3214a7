package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells what became of each message to the phone: sent and delivered by itself, read when somebody looks. */
final class Statuses {
    private static final int SENT_MS = 50;
    private static final int DELIVERED_MS = 250;

    private final Vertx vertx;
    private final Settings settings;
    private final Phone phone;
    private final Webhooks webhooks;
    private final Clock clock;
    private final Map<String, String> ours = new ConcurrentHashMap<>();

    Statuses(Vertx vertx, Settings settings, Phone phone, Webhooks webhooks, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.phone = phone;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** @param data what the sender wants back with each status */
    void sent(String id, @Nullable String data) {
        remember(id, data);
        vertx.setTimer(SENT_MS, timer -> tell(id, "sent", null));
        vertx.setTimer(DELIVERED_MS, timer -> {
            phone.status(id, "delivered", null);
            tell(id, "delivered", null);
        });
    }

    void failed(String id, @Nullable String data, int code) {
        remember(id, data);
        vertx.setTimer(SENT_MS, timer -> tell(id, "failed", code));
    }

    /** Somebody looks at the phone: whatever was delivered is read. */
    void looked() {
        phone.view().bubbles().stream()
                .filter(bubble -> !bubble.mine() && bubble.status().equals("delivered"))
                .forEach(bubble -> {
                    phone.status(bubble.id(), "read", null);
                    tell(bubble.id(), "read", null);
                });
    }

    private void remember(String id, @Nullable String data) {
        if (data != null) {
            ours.put(id, data);
        }
    }

    private void tell(String id, String state, @Nullable Integer code) {
        Phone.Who who = phone.who();
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("id", id)
                .put("status", state)
                .put("timestamp", "" + clock.instant().getEpochSecond());
        status.put("recipient_user_id", who.userId());
        if (!who.hidden()) {
            status.put("recipient_id", who.number());
        }
        if (ours.containsKey(id)) {
            status.put("biz_opaque_callback_data", ours.get(id));
        }
        if (code != null) {
            ObjectNode error = status.putArray("errors").addObject();
            error.put("code", code).put("title", Refusal.title(code)).put("message", Refusal.title(code));
            error.putObject("error_data").put("details", "The sandbox says so, number " + settings.number());
        }
        webhooks.status(status);
    }
}
