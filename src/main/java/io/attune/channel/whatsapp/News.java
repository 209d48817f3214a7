package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.channel.Letter.State;
import io.attune.channel.Outbox;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * What became of what we sent. Statuses come twice, in any order and with gaps; a letter only ever rises. The id that we
 * sent along comes back with them, so a letter whose response was lost is found all the same.
 */
@Singleton
public class News {
    private final Outbox outbox;

    public News(@Named(WhatsAppCarrier.CHANNEL) Outbox outbox) {
        this.outbox = outbox;
    }

    void read(JsonNode body) {
        JsonNode status = body.path("status");
        String external = status.path("id").asText("");
        String ours = status.path("biz_opaque_callback_data").asText(null);
        switch (status.path("status").asText("")) {
            case "sent" -> outbox.progressed(ours, external, State.SENT);
            case "delivered" -> outbox.progressed(ours, external, State.DELIVERED);
            case "read", "played" -> outbox.progressed(ours, external, State.READ);
            case "failed" ->
                outbox.bounced(
                        ours,
                        external,
                        Faults.meaning(
                                status.path("errors").path(0).path("code").asInt(-1), 200));
            default -> {
                // A state that is new tomorrow says nothing that is needed.
            }
        }
    }
}
