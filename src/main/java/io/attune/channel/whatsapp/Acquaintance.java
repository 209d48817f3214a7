package io.attune.channel.whatsapp;

import io.attune.access.Secrets;
import io.attune.channel.whatsapp.store.PeerStore;
import io.attune.customer.Customers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who it is that writes. A stranger becomes an anonymous customer; one whose number the provider's own systems have given
 * us is that customer, and goes on where they left off on another channel.
 */
@Singleton
public class Acquaintance {
    private final PeerStore peers;
    private final Customers customers;
    private final Secrets secrets;
    private final Clock clock;

    public Acquaintance(PeerStore peers, Customers customers, Secrets secrets, Clock clock) {
        this.peers = peers;
        this.customers = customers;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param waId their phone number, or null; @param userId their id within our business, or null */
    Peer meet(String line, @Nullable String waId, @Nullable String userId) {
        Peer peer = peers.find(line, userId, waId).orElseGet(() -> add(line, waId, userId));
        if ((waId != null && !waId.equals(peer.waId())) || (userId != null && !userId.equals(peer.userId()))) {
            peers.rename(peer, waId, userId);
        }
        Optional<String> known = known(waId, userId);
        known.filter(customer -> !customer.equals(peer.customer()))
                .ifPresent(customer -> peers.belongsTo(peer.id(), customer));
        return peers.find(peer.id()).orElseThrow();
    }

    private Peer add(String line, @Nullable String waId, @Nullable String userId) {
        String customer = known(waId, userId)
                .or(() -> peers.elsewhere(userId, waId).map(Peer::customer))
                .orElseGet(secrets::anonymousId);
        Peer fresh = new Peer(
                UUID.randomUUID().toString(), line, customer, waId, userId, Instant.EPOCH, Instant.EPOCH, null);
        try {
            peers.add(fresh, clock.instant());
            return fresh;
        } catch (RuntimeException clash) {
            // Met at the same moment on another lane or node.
            return peers.find(line, userId, waId).orElseThrow(() -> clash);
        }
    }

    /** A number is proved by writing from it. Profiles have it with and without its plus. */
    private Optional<String> known(@Nullable String waId, @Nullable String userId) {
        Optional<String> byNumber = waId == null
                ? Optional.empty()
                : customers
                        .byIdentity(WhatsAppCarrier.CHANNEL, waId)
                        .or(() -> customers.byIdentity(WhatsAppCarrier.CHANNEL, "+" + waId));
        return byNumber.isPresent() || userId == null
                ? byNumber
                : customers.byIdentity(WhatsAppCarrier.CHANNEL, userId);
    }

    /** Somebody has another number or id now; the old number may soon be somebody else's. */
    void renamed(Peer peer, @Nullable String waId, @Nullable String userId) {
        if (waId != null && peer.waId() != null) {
            peers.unname(peer.line(), "wa_id", peer.waId());
        }
        if (userId != null && peer.userId() != null) {
            peers.unname(peer.line(), "user_id", peer.userId());
        }
        peers.rename(peer, waId, userId);
    }
}
