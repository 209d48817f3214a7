package io.attune.handoff;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Owner;
import io.attune.handoff.store.PresenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who is there to take conversations, and what waits for them. */
@ApplicationScoped
public class Agents {
    /** A turn need not know the queue to the second, and must not pay for a look at it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MANY = 1000;

    private final PresenceStore store;
    private final ConversationLog log;
    private final HandoffConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    private record Seen(Load load, long at) {}

    Agents(PresenceStore store, ConversationLog log, HandoffConfig config, Clock clock) {
        this.store = store;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The queue as it stands.
     *
     * @param online agents who take conversations now
     * @param waiting customers in the queue
     * @param expectedWait of a customer who joins now
     */
    public record Load(int online, int waiting, Duration expectedWait) {}

    public Presence set(String agent, PresenceState state, @Nullable Integer capacity) {
        int places = capacity != null
                ? capacity
                : store.find(agent).map(Presence::capacity).orElse(config.capacity());
        Presence presence = new Presence(agent, state, places, clock.instant());
        store.put(presence);
        seen.set(null);
        return presence;
    }

    public Presence get(String agent) {
        return store.find(agent)
                .orElseGet(() -> new Presence(agent, PresenceState.OFFLINE, config.capacity(), clock.instant()));
    }

    /** At most a second old. */
    public Load load() {
        Seen last = seen.get();
        if (last != null && clock.millis() - last.at() < FRESH.toMillis()) {
            return last.load();
        }
        Load now = measure();
        seen.set(new Seen(now, clock.millis()));
        return now;
    }

    private Load measure() {
        List<Presence> online = store.all().stream()
                .filter(presence -> presence.state() == PresenceState.ONLINE)
                .toList();
        int waiting = log.ownedBy(Owner.QUEUE, null, MANY).size();
        int served = log.ownedBy(Owner.AGENT, null, MANY).size();
        int places = online.stream().mapToInt(Presence::capacity).sum();
        return new Load(online.size(), waiting, expectedWait(waiting, Math.max(0, places - served), places));
    }

    /**
     * Places that are free serve at once; then one comes free every {@code handlingTime / places}. An estimate to begin
     * with, until waits are measured.
     */
    private Duration expectedWait(int waiting, int free, int places) {
        int before = waiting + 1 - free;
        return before <= 0
                ? Duration.ZERO
                : config.handlingTime().multipliedBy(before).dividedBy(Math.max(1, places));
    }
}
