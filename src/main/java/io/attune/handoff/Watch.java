package io.attune.handoff;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.attune.handoff.store.DutyStore;
import io.attune.message.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks at the switchboard when the queue changes, and from time to time for what runs out; on one node at a time. */
@ApplicationScoped
public class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final String DUTY = "switchboard";
    private static final Duration TERM = Duration.ofSeconds(10);
    private static final long GATHER_MS = 50;

    private final Switchboard switchboard;
    private final DutyStore duty;
    private final LiveFeed feed;
    private final ConversationLog log;
    private final HandoffConfig config;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final AtomicBoolean soon = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("switchboard").daemon().factory());

    Watch(
            Switchboard switchboard,
            DutyStore duty,
            LiveFeed feed,
            ConversationLog log,
            HandoffConfig config,
            Clock clock) {
        this.switchboard = switchboard;
        this.duty = duty;
        this.feed = feed;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes @Priority(20) StartupEvent starting) {
        feed.listenToAll(commit -> {
            if (concerns(commit)) {
                nudge();
            }
        });
        long every = config.lookEvery().toMillis();
        timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** Somebody waits, or an agent's place has come free. */
    private static boolean concerns(Appended.Done commit) {
        Owner owner = commit.header().owner();
        boolean byAgent = commit.entries().stream()
                .anyMatch(entry -> entry.event().from().role() == Role.AGENT);
        return owner == Owner.QUEUE || (byAgent && owner != Owner.AGENT);
    }

    /** Something has changed that the queue should know of at once. */
    public void nudge() {
        if (soon.compareAndSet(false, true)) {
            try {
                timer.schedule(this::look, GATHER_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("the queue is left to the next start");
            }
        }
    }

    private void look() {
        soon.set(false);
        try {
            Instant now = clock.instant();
            if (!log.isShared() || duty.take(DUTY, node, now, now.plus(TERM))) {
                switchboard.look();
            }
        } catch (RuntimeException e) {
            LOG.error("looking at the queue failed; trying again", e);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        timer.shutdownNow();
    }
}
