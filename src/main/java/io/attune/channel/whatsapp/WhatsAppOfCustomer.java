package io.attune.channel.whatsapp;

import io.attune.channel.Outbox;
import io.attune.channel.whatsapp.store.MediaStore;
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
    private final MediaStore media;
    private final Outbox outbox;

    WhatsAppOfCustomer(PeerStore peers, MediaStore media, @Named(WhatsAppCarrier.CHANNEL) Outbox outbox) {
        this.peers = peers;
        this.media = media;
        this.outbox = outbox;
    }

    record Kept(List<Name> names, List<File> files) {}

    record Name(@Nullable String number, @Nullable String userId, Instant windowUntil) {}

    record File(String conversation, String kind, @Nullable String mime, long bytes) {}

    @Override
    public String section() {
        return "whatsapp";
    }

    @Override
    public Object export(String customer) {
        return new Kept(
                peers.ofCustomer(customer).stream()
                        .map(peer -> new Name(peer.waId(), peer.userId(), peer.windowUntil()))
                        .toList(),
                media.ofCustomer(customer).stream()
                        .map(file -> new File(file.conv(), file.kind(), file.mime(), file.bytes()))
                        .toList());
    }

    @Override
    public void erase(String customer) {
        media.erase(customer);
        peers.ofCustomer(customer).forEach(peer -> {
            outbox.erase(peer.id());
            peers.erase(peer.id());
        });
    }
}
