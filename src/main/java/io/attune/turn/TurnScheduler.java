package io.attune.turn;

import io.attune.conversation.Appended;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a turn runs, one at a time for each conversation of this node. What arrives while the customer is still
 * writing, or while a turn runs, is answered together; nobody waits otherwise.
 *
 * <p>It follows the log and keeps nothing that matters: what it forgets with the process, {@link Recovery} finds.
 */
@ApplicationScoped
public class TurnScheduler {
    private static final Logger LOG = Logger.getLogger(TurnScheduler.class);

    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 5_000;

    private final TurnPipeline pipeline;
    private final Composing composing;
    private final LiveFeed feed;
    private final TurnConfig config;
    private final Clock clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("turn-timer").daemon().factory());

    /** The turn of one conversation: waiting for its moment, or running. */
    private static final class Slot {
        boolean running;
        boolean again;
        Instant holdUntil = Instant.MAX;
        int failures;

        @Nullable
        ScheduledFuture<?> waiting;
    }

    TurnScheduler(TurnPipeline pipeline, Composing composing, LiveFeed feed, TurnConfig config, Clock clock) {
        this.pipeline = pipeline;
        this.composing = composing;
        this.feed = feed;
        this.config = config;
        this.clock = clock;
        this.workers = new ThreadPoolExecutor(
                config.workers(),
                config.workers(),
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("turn-", 0).daemon().factory());
    }

    void start(@Observes @Priority(1) StartupEvent starting) {
        feed.listenToAll(this::committed);
        composing.whenStopped(this::nudge);
    }

    private void committed(Appended.Done commit) {
        Header header = commit.header();
        if (header.isPending() && header.owner().botMaySpeak()) {
            request(header);
        }
    }

    /** A turn is owed. It runs when the customer has finished writing. */
    void request(Header header) {
        slots.compute(header.id(), (conv, slot) -> {
            Slot mine = slot == null ? new Slot() : slot;
            if (mine.running) {
                mine.again = true;
            } else {
                hold(header, mine);
            }
            return mine;
        });
    }

    /** Puts the turn off while the customer writes, but never beyond the longest hold. */
    private void hold(Header header, Slot slot) {
        if (slot.holdUntil.equals(Instant.MAX)) {
            slot.holdUntil = clock.instant().plus(config.longestHold());
        }
        boolean quiet = !header.channel().tellsComposing() && header.lastCustomer() > header.answered();
        long wait = Math.max(
                composing.remaining(header.id()), quiet ? config.quietTime().toMillis() : 0);
        start(header.id(), slot, Math.min(wait, slot.holdUntil.toEpochMilli() - clock.millis()));
    }

    private void start(String conv, Slot slot, long waitMs) {
        if (slot.waiting != null) {
            slot.waiting.cancel(false);
            slot.waiting = null;
        }
        if (waitMs > 0) {
            slot.waiting = timer.schedule(() -> nudge(conv), waitMs, TimeUnit.MILLISECONDS);
        } else {
            run(conv, slot);
        }
    }

    /** The customer has stopped writing, or has been waited for long enough. */
    private void nudge(String conv) {
        slots.computeIfPresent(conv, (id, slot) -> {
            if (!slot.running) {
                start(conv, slot, 0);
            }
            return slot;
        });
    }

    private void run(String conv, Slot slot) {
        slot.running = true;
        slot.again = false;
        slot.holdUntil = Instant.MAX;
        try {
            int failures = slot.failures;
            workers.execute(() -> turn(conv, failures));
        } catch (RejectedExecutionException stopping) {
            LOG.debugf("turn of %s is left to the next start", conv);
        }
    }

    private void turn(String conv, int failures) {
        TurnPipeline.Ended ended = TurnPipeline.Ended.FAILED;
        try {
            ended = pipeline.run(conv, failures);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "a turn of %s died", conv);
        }
        finish(conv, ended);
    }

    private void finish(String conv, TurnPipeline.Ended ended) {
        slots.computeIfPresent(conv, (id, slot) -> {
            slot.running = false;
            slot.failures = ended == TurnPipeline.Ended.FAILED ? slot.failures + 1 : 0;
            return switch (ended) {
                case OVERTAKEN -> rerun(conv, slot, 0);
                case FAILED -> rerun(conv, slot, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS << slot.failures));
                case DONE -> slot.again ? rerun(conv, slot, 0) : null;
            };
        });
    }

    private @Nullable Slot rerun(String conv, Slot slot, long waitMs) {
        start(conv, slot, waitMs);
        return slot;
    }

    /** Turns that run, run to their end; those that wait are left to the next start. */
    void stop(@Observes @Priority(10) ShutdownEvent stopping) throws InterruptedException {
        timer.shutdownNow();
        workers.shutdown();
        if (!workers.awaitTermination(config.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%d turns were left to the next start", workers.getActiveCount());
        }
    }
}
