package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.attachment.Attachment;
import io.attune.attachment.Attachments;
import io.attune.channel.Outbox;
import io.attune.channel.Outward;
import io.attune.channel.Picking;
import io.attune.channel.whatsapp.store.InboxStore;
import io.attune.channel.whatsapp.store.InboxStore.Waiting;
import io.attune.channel.whatsapp.store.PeerStore;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.database.InCommit;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.turn.Openings;
import io.attune.turn.Reception;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one message from the inbox into the log of the customer's conversation. May be run again at any point. */
@Singleton
public class Hearing {
    /** Few: a provider stops answering those who ask too often for what is not there. */
    private static final int FETCHES = 3;
    /** The longest sign of a reaction: one emoji may be made of several characters. */
    private static final int SIGN = 32;

    private final Acquaintance acquaintance;
    private final PeerStore peers;
    private final InboxStore inbox;
    private final ConversationLog log;
    private final Openings openings;
    private final Reception reception;
    private final Outbox outbox;
    private final Remarks remarks;
    private final Files files;
    private final Attachments attachments;
    private final Courtesy courtesy;
    private final Pace pace;
    private final WhatsAppConfig config;
    private final Clock clock;

    public Hearing(
            Acquaintance acquaintance,
            PeerStore peers,
            InboxStore inbox,
            ConversationLog log,
            Openings openings,
            Reception reception,
            @Named(WhatsAppCarrier.CHANNEL) Outbox outbox,
            Remarks remarks,
            Files files,
            Attachments attachments,
            Courtesy courtesy,
            Pace pace,
            WhatsAppConfig config,
            Clock clock) {
        this.acquaintance = acquaintance;
        this.peers = peers;
        this.inbox = inbox;
        this.log = log;
        this.openings = openings;
        this.reception = reception;
        this.outbox = outbox;
        this.remarks = remarks;
        this.files = files;
        this.attachments = attachments;
        this.courtesy = courtesy;
        this.pace = pace;
        this.config = config;
        this.clock = clock;
    }

    void hear(Waiting waiting, JsonNode body) {
        JsonNode message = body.path("message");
        String line = body.path("line").asText("");
        Peer peer = acquaintance.meet(line, name(body, "waId"), name(body, "userId"));
        Said said = Said.of(message);
        if (said instanceof Said.Renamed now) {
            acquaintance.renamed(peer, now.waId(), now.userId());
            return;
        }
        pace.cameIn(line);
        String id = message.path("id").asText("");
        peers.heard(
                peer.id(),
                id,
                clock.instant().isBefore(sentAt(message)) ? window(clock.instant()) : window(sentAt(message)));
        Header conversation = conversation(waiting, peer);
        outbox.follow(conversation.id(), peer.id(), conversation.head());
        outbox.release(peer.id());
        String cid = Outward.cid(WhatsAppCarrier.CHANNEL, line + "\n" + id);
        take(said, new Arrived(conversation.id(), peer, id, cid), waiting);
    }

    private static @Nullable String name(JsonNode body, String field) {
        String value = body.path(field).asText("");
        return value.isEmpty() || value.length() > 160 ? null : value;
    }

    private Instant sentAt(JsonNode message) {
        long seconds = message.path("timestamp").asLong(0);
        return seconds <= 0 ? clock.instant() : Instant.ofEpochSecond(seconds);
    }

    private Instant window(Instant from) {
        return from.plus(config.window());
    }

    /** The customer's open conversation, or one that an earlier attempt at this message has decided on. */
    private Header conversation(Waiting waiting, Peer peer) {
        Optional<Header> decided = Optional.ofNullable(waiting.conv()).flatMap(log::header);
        if (decided.isPresent()) {
            return decided.get();
        }
        Header header = openings.resumeOrBegin(peer.customer(), Channel.WHATSAPP)
                .toCompletableFuture()
                .join();
        inbox.goesTo(waiting.id(), header.id());
        return header;
    }

    /** @param id the provider's id of the message; @param cid ours, under which it stands in the log */
    record Arrived(String conv, Peer peer, String id, String cid) {}

    private void take(Said said, Arrived arrived, Waiting waiting) {
        Language language = remarks.language(arrived);
        switch (said) {
            case Said.Words words -> {
                accept(arrived, picked(arrived.conv(), words.content()));
                courtesy.heard(arrived);
            }
            case Said.File file -> {
                file(arrived, file, language, waiting.attempts());
                courtesy.heard(arrived);
            }
            case Said.Thing thing -> {
                long seq = accept(arrived, text("[" + thing.as().in(language) + "] " + thing.words()));
                remarks.answer(arrived, seq, Remark.KEPT);
            }
            case Said.Strange strange -> {
                long seq = accept(arrived, text("[" + Remark.STRANGE.in(language) + "]"));
                remarks.answer(arrived, seq, Remark.ONLY_WORDS);
            }
            case Said.Reaction reaction ->
                remarks.note(
                        arrived.conv(),
                        reaction.sign().isEmpty()
                                ? "The customer took a reaction back."
                                : "The customer reacted with "
                                        + reaction.sign()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                SIGN,
                                                                reaction.sign().length())));
            case Said.Renamed renamed -> throw new IllegalStateException("handled before");
        }
    }

    /** A file stands in the log with its bytes behind it, or, when those cannot be had, as its name and a note why. */
    private void file(Arrived arrived, Said.File file, Language language, int attempts) {
        switch (files.fetch(arrived, file)) {
            case Files.Fetched.Here(Attachment kept) -> {
                var content = Content.Attached.of(
                        kept.url(),
                        kept.mime(),
                        kept.name(),
                        kept.bytes(),
                        file.caption().isBlank() ? null : file.caption());
                accept(arrived, content, List.of(attachments.attach(kept)));
            }
            case Files.Fetched.Not not when not.again() && attempts + 1 < FETCHES -> throw new NotYet();
            case Files.Fetched.Not not -> {
                String name = "[" + Said.name(file.kind(), language) + "]";
                boolean explained = !file.caption().isBlank();
                long seq = accept(arrived, text(explained ? name + " " + file.caption() : name));
                remarks.note(arrived.conv(), "A file of the customer could not be kept: " + not.why() + ".");
                remarks.answer(arrived, seq, explained ? null : Remark.NOT_KEPT);
            }
        }
    }

    /** A file cannot be had at the moment: the message waits a little, and those after it with it. */
    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Content text(String text) {
        return new Content.Text(text);
    }

    /** An answer typed instead of tapped, where it names exactly one of what was offered last. */
    private Content picked(String conv, Content content) {
        return content instanceof Content.Text t
                ? log.load(conv)
                        .map(Conversation::offered)
                        .flatMap(offered -> Picking.read(t.text(), offered))
                        .<Content>map(pick -> pick)
                        .orElse(content)
                : content;
    }

    /** The seq under which it stands in the log. */
    private long accept(Arrived arrived, Content content) {
        return accept(arrived, content, List.of());
    }

    private long accept(Arrived arrived, Content content, List<InCommit> with) {
        var inbound = new Reception.Inbound(arrived.conv(), Channel.WHATSAPP, arrived.cid(), content, null);
        Appended appended =
                reception.accept(inbound, with).toCompletableFuture().join();
        return switch (appended) {
            case Appended.Done done -> done.firstSeq();
            case Appended.Duplicate again -> again.seq();
            // Read again after a crash, when other answers were on offer: what stands there stands.
            case Appended.IdConflict other -> other.seq();
            case Appended.Refused refused -> throw new IllegalStateException("refused");
            case Appended.Unknown unknown -> throw new IllegalStateException("the conversation is gone");
        };
    }
}
