package io.attune.channel.directline;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open streams of this node. Several for one conversation are fine: tabs. */
@ApplicationScoped
class Streams {
    private final DirectLineConfig config;
    private final Map<String, Deque<Stream>> byConversation = new ConcurrentHashMap<>();

    Streams(DirectLineConfig config) {
        this.config = config;
    }

    void add(String conv, Stream stream) {
        byConversation.compute(conv, (id, streams) -> {
            Deque<Stream> all = streams == null ? new ArrayDeque<>(1) : streams;
            all.addLast(stream);
            if (all.size() > config.streams()) {
                all.removeFirst().close("collision");
            }
            return all;
        });
    }

    void remove(String conv, Stream stream) {
        byConversation.computeIfPresent(conv, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    /** Shows the conversation's streams what is not kept. */
    void pass(String conv, Object activity) {
        byConversation.computeIfPresent(conv, (id, streams) -> {
            streams.forEach(stream -> stream.pass(activity));
            return streams;
        });
    }

    void startHeartbeat(Vertx vertx) {
        vertx.setPeriodic(config.heartbeat().toMillis(), timer -> forEach(Stream::beat));
    }

    void closeAll() {
        forEach(stream -> stream.close("restart"));
    }

    private void forEach(Consumer<Stream> action) {
        byConversation.values().forEach(streams -> new ArrayDeque<>(streams).forEach(action));
    }
}
