package io.attune.channel.whatsapp;

import io.attune.channel.Outbox;
import io.attune.channel.whatsapp.store.PeerStore;
import io.attune.customer.KeptElsewhere;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a customer who writes on WhatsApp. */
@Singleton
class WhatsAppOfCustomer implements KeptElsewhere {
    private final PeerStore peers;
    private final Outbox outbox;

    WhatsAppOfCustomer(PeerStore peers, @Named(WhatsAppCarrier.CHANNEL) Outbox outbox) {
        this.peers = peers;
        this.outbox = outbox;
    }

    record Kept(List<Name> names) {}

    record Name(@Nullable String number, @Nullable String userId, Instant windowUntil) {}

    @Override
    public String section() {
        return "whatsapp";
    }

    @Override
    public Object export(String customer) {
        return new Kept(peers.ofCustomer(customer).stream()
                .map(peer -> new Name(peer.waId(), peer.userId(), peer.windowUntil()))
                .toList());
    }

    @Override
    public void erase(String customer) {
        peers.ofCustomer(customer).forEach(peer -> {
            outbox.erase(peer.id());
            peers.erase(peer.id());
        });
    }
}
