package io.attune.handoff;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Owner;
import io.attune.handoff.Case.Outcome;
import io.attune.handoff.routing.WaitEstimate;
import io.attune.handoff.store.CaseStore;
import io.attune.handoff.store.OfferStore;
import io.attune.handoff.store.PresenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Who is there to take conversations, and what waits for them. */
@ApplicationScoped
public class Agents {
    /** A turn need not know the queue to the second, and must not pay for a look at it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Duration MEASURED_FRESH = Duration.ofSeconds(30);
    private static final int MANY = 1000;
    private static final int MEASURED = 200;

    private final PresenceStore store;
    private final OfferStore offers;
    private final CaseStore cases;
    private final ConversationLog log;
    private final Catalogue catalogue;
    private final HandoffConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();
    private final AtomicReference<@Nullable Measured> measured = new AtomicReference<>();

    private record Seen(Load load, long at) {}

    private record Measured(Duration handling, long at) {}

    Agents(
            PresenceStore store,
            OfferStore offers,
            CaseStore cases,
            ConversationLog log,
            Catalogue catalogue,
            HandoffConfig config,
            Clock clock) {
        this.store = store;
        this.offers = offers;
        this.cases = cases;
        this.log = log;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The queue as it stands.
     *
     * @param online agents who take conversations now
     * @param waiting customers in the queue
     * @param expectedWait of a customer who joins now
     * @param opensAt when people are there again; none when it is open now, or never opens
     */
    public record Load(
            int online,
            int waiting,
            Duration expectedWait,
            @Nullable Instant opensAt) {}

    /** What takes an agent's places. */
    public record Taken(int serving, int ringing, int wrappingUp) {
        public static final Taken NOTHING = new Taken(0, 0, 0);

        public int all() {
            return serving + ringing + wrappingUp;
        }
    }

    public Presence set(String agent, PresenceState state, @Nullable Integer capacity) {
        Presence before = get(agent);
        Presence presence = new Presence(
                agent,
                state,
                capacity != null ? capacity : before.capacity(),
                clock.instant(),
                before.seenAt(),
                0,
                before.rungAt());
        store.put(presence);
        if (state == PresenceState.ONLINE && before.isGone(clock.instant(), config.signWithin())) {
            store.withoutSocket(agent);
        }
        seen.set(null);
        return presence;
    }

    public Presence get(String agent) {
        return store.find(agent)
                .orElseGet(() -> new Presence(
                        agent, PresenceState.OFFLINE, config.capacity(), clock.instant(), null, 0, Instant.EPOCH));
    }

    /** A sign of the agent's socket. */
    public void seen(String agent) {
        if (!store.seen(agent, clock.instant())) {
            store.put(new Presence(
                    agent,
                    PresenceState.OFFLINE,
                    config.capacity(),
                    clock.instant(),
                    clock.instant(),
                    0,
                    Instant.EPOCH));
        }
    }

    public boolean isConnected(Presence presence) {
        return presence.seenAt() != null && !presence.isGone(clock.instant(), config.signWithin());
    }

    public List<Presence> all() {
        return store.all();
    }

    /** What takes whose places, by agent; who has none taken is not listed. */
    public Map<String, Taken> taken() {
        Instant now = clock.instant();
        var by = new HashMap<String, Taken>();
        log.served().forEach((agent, count) -> by.put(agent, new Taken(count, 0, 0)));
        offers.all().forEach(offer -> by.merge(offer.agent(), new Taken(0, 1, 0), Agents::sum));
        offers.wrapUps().stream()
                .filter(wrapUp -> wrapUp.until().isAfter(now))
                .forEach(wrapUp -> by.merge(wrapUp.agent(), new Taken(0, 0, 1), Agents::sum));
        return by;
    }

    private static Taken sum(Taken one, Taken other) {
        return new Taken(
                one.serving() + other.serving(),
                one.ringing() + other.ringing(),
                one.wrappingUp() + other.wrappingUp());
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
        Instant now = clock.instant();
        List<Presence> online = store.all().stream()
                .filter(presence ->
                        presence.state() == PresenceState.ONLINE && !presence.isGone(now, config.signWithin()))
                .toList();
        int waiting = log.ownedBy(Owner.QUEUE, null, MANY).size();
        Optional<Instant> opensAt = catalogue.hours().opensAt(now).filter(opens -> opens.isAfter(now));
        return new Load(online.size(), waiting, waits(online).apply(waiting), opensAt.orElse(null));
    }

    /** What is told to those who wait, by how many are served before them. Read once, for a whole list. */
    public IntFunction<Duration> waits() {
        Instant now = clock.instant();
        return waits(store.all().stream()
                .filter(presence ->
                        presence.state() == PresenceState.ONLINE && !presence.isGone(now, config.signWithin()))
                .toList());
    }

    private IntFunction<Duration> waits(List<Presence> online) {
        Map<String, Taken> taken = taken();
        int places = online.stream().mapToInt(Presence::capacity).sum();
        int free = online.stream()
                .mapToInt(presence -> Math.max(
                        0,
                        presence.capacity()
                                - taken.getOrDefault(presence.agent(), Taken.NOTHING)
                                        .all()))
                .sum();
        Duration handling = handling();
        return before -> WaitEstimate.of(before, free, places, handling);
    }

    /** How long a conversation takes, measured over the last ones; the setting counts as ten of them. */
    private Duration handling() {
        Measured last = measured.get();
        if (last != null && clock.millis() - last.at() < MEASURED_FRESH.toMillis()) {
            return last.handling();
        }
        List<Duration> lasted = cases.lastServed(MEASURED).stream()
                .filter(one -> one.outcome() != Outcome.LEFT && one.joinedAt() != null && one.endedAt() != null)
                .map(one -> Duration.between(
                        java.util.Objects.requireNonNull(one.joinedAt()),
                        java.util.Objects.requireNonNull(one.endedAt())))
                .toList();
        Duration handling = WaitEstimate.handling(lasted, config.handlingTime());
        measured.set(new Measured(handling, clock.millis()));
        return handling;
    }
}
