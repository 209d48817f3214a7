package io.attune.turn;

import io.attune.conversation.LiveFeed;
import io.attune.conversation.Signal;
import io.attune.message.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Which customers are writing right now, as far as their client says so. Forgotten when the server stops. */
@ApplicationScoped
public class Composing {
    private final Clock clock;
    private final LiveFeed feed;
    private final Duration believed;
    private final Map<String, Long> until = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<String>> whenStopped = new CopyOnWriteArrayList<>();

    Composing(Clock clock, LiveFeed feed, TurnConfig config) {
        this.clock = clock;
        this.feed = feed;
        this.believed = config.composingBelieved();
    }

    /** The customer is writing. */
    public void writing(String conv) {
        until.put(conv, clock.millis() + believed.toMillis());
        feed.signal(new Signal(conv, Role.CUSTOMER, true, (int) believed.toMillis()));
    }

    /** The customer has stopped, or has sent what they wrote. */
    public void stopped(String conv) {
        if (until.remove(conv) != null) {
            feed.signal(new Signal(conv, Role.CUSTOMER, false, 0));
            whenStopped.forEach(listener -> listener.accept(conv));
        }
    }

    /** How much longer, ms, the customer is believed to be writing; 0 when they are not. */
    long remaining(String conv) {
        Long end = until.get(conv);
        return end == null ? 0 : Math.max(0, end - clock.millis());
    }

    void whenStopped(Consumer<String> listener) {
        whenStopped.add(listener);
    }
}
