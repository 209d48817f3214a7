package io.attune.channel.whatsapp;

import io.attune.channel.whatsapp.Hearing.Arrived;
import io.attune.channel.whatsapp.store.PeerStore;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.attune.message.Role;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Read marks and typing. Honest ones: the bot has read at once; in the queue nobody types; an agent has read when they
 * write. Nobody waits for these, and one that fails is not made up for.
 */
@Singleton
public class Courtesy implements AutoCloseable {
    /** The provider shows typing for 25 s, or until something is sent. */
    private static final Duration SHOWN = Duration.ofSeconds(20);

    private final Lines lines;
    private final PeerStore peers;
    private final GraphApi api;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final WhatsAppConfig config;
    private final Map<String, AutoCloseable> watched = new ConcurrentHashMap<>();
    private final Map<String, Long> shownAt = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("whatsapp-courtesy-", 0).factory());

    public Courtesy(
            Lines lines, PeerStore peers, GraphApi api, ConversationLog log, LiveFeed feed, WhatsAppConfig config) {
        this.lines = lines;
        this.peers = peers;
        this.api = api;
        this.log = log;
        this.feed = feed;
        this.config = config;
    }

    /** A message has come in. */
    void heard(Arrived arrived) {
        if (!config.readMarks()) {
            return;
        }
        Owner owner = log.header(arrived.conv()).map(header -> header.owner()).orElse(Owner.CLOSED);
        if (owner == Owner.AGENT) {
            watch(arrived);
        } else {
            threads.execute(() -> mark(arrived.peer().id(), owner == Owner.BOT));
        }
    }

    /** Shows it when the agent writes, until the conversation is no longer theirs. */
    private void watch(Arrived arrived) {
        watched.computeIfAbsent(
                arrived.conv(),
                conv -> feed.listenToSignals(conv, signal -> {
                    if (signal.role() == Role.AGENT && signal.writing()) {
                        threads.execute(() -> agentWrites(conv, arrived.peer().id()));
                    }
                }));
    }

    private void agentWrites(String conv, String peer) {
        long now = System.nanoTime();
        Long before = shownAt.get(conv);
        if (log.header(conv).filter(header -> header.owner() == Owner.AGENT).isEmpty()) {
            forget(conv);
        } else if (before == null || now - before > SHOWN.toNanos()) {
            shownAt.put(conv, now);
            mark(peer, true);
        }
    }

    private void forget(String conv) {
        shownAt.remove(conv);
        Optional.ofNullable(watched.remove(conv)).ifPresent(handle -> {
            try {
                handle.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void mark(String peerId, boolean writing) {
        Optional<Peer> peer = peers.find(peerId);
        String message = peer.map(Peer::lastInbound).orElse(null);
        if (message != null) {
            peer.flatMap(found -> lines.find(found.line()))
                    .ifPresent(line -> api.post(line, Wire.read(message, writing)));
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
