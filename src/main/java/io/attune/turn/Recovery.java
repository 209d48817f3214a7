package io.attune.turn;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Finds turns that died with their process, or in it, and runs them again. */
@ApplicationScoped
class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final int AT_ONCE = 200;

    private final ConversationLog log;
    private final TurnScheduler scheduler;
    private final TurnConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("recovery").daemon().factory());

    Recovery(ConversationLog log, TurnScheduler scheduler, TurnConfig config, Clock clock) {
        this.log = log;
        this.scheduler = scheduler;
        this.config = config;
        this.clock = clock;
    }

    /** On a database of our own, whatever is pending at the start died with the last process. */
    void start(@Observes StartupEvent starting) {
        timer.execute(() -> recover(log.isShared() ? config.presumedDead() : Duration.ZERO));
        long every = config.lookForDead().toMillis();
        timer.scheduleWithFixedDelay(() -> recover(config.presumedDead()), every, every, TimeUnit.MILLISECONDS);
    }

    private void recover(Duration age) {
        try {
            List<Header> died;
            Instant before = clock.instant().minus(age);
            do {
                died = log.takeOverDied(before, clock.instant(), AT_ONCE);
                if (!died.isEmpty()) {
                    LOG.infof("%d turns died and are run again", died.size());
                    died.forEach(scheduler::request);
                }
            } while (died.size() == AT_ONCE);
        } catch (RuntimeException e) {
            LOG.error("looking for dead turns failed; trying again", e);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        timer.shutdownNow();
    }
}
