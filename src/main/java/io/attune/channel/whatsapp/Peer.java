package io.attune.channel.whatsapp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes to one of our numbers. Known by our own id: phone numbers change hands, and not everybody shows one.
 *
 * @param line our number, {@code phone_number_id}
 * @param waId their phone number, digits, where they let it be seen
 * @param userId their id within our business
 * @param windowUntil free text may be sent until then
 * @param askedFor the window for whose end a template was sent already; the epoch when none was
 * @param lastInbound the provider's id of their latest message
 */
public record Peer(
        String id,
        String line,
        String customer,
        @Nullable String waId,
        @Nullable String userId,
        Instant windowUntil,
        Instant askedFor,
        @Nullable String lastInbound) {
    @Override
    public String toString() {
        return "peer " + id;
    }
}
