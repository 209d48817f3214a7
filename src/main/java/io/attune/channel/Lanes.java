package io.attune.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Lanes of work: each does one thing at a time, all of them run side by side. What there is to do is kept elsewhere; this
 * only knows who is at it.
 */
public final class Lanes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private final Function<String, Optional<Duration>> step;
    private final Runnable lookAround;
    private final Duration every;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    /** Lanes at work; true when one was woken meanwhile. */
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    /**
     * @param name for the threads
     * @param step does the next thing of a lane; gives when to look at it again, zero for at once, empty when it is done
     * @param lookAround wakes the lanes that have something to do and nobody at it
     */
    public Lanes(String name, Function<String, Optional<Duration>> step, Runnable lookAround, Duration every) {
        this.step = step;
        this.lookAround = lookAround;
        this.every = every;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("lane-" + name + "-", 0).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("lane-" + name).daemon().factory());
    }

    public void start() {
        timer.scheduleWithFixedDelay(() -> run(lookAround), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void run(Runnable work) {
        try {
            threads.execute(() -> guarded(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("left to the next start");
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("work on a lane stumbled and goes on", e);
        }
    }

    public void wake(String lane) {
        if (Boolean.FALSE.equals(busy.merge(lane, false, (was, now) -> true))) {
            run(() -> work(lane));
        }
    }

    private void work(String lane) {
        boolean again = true;
        while (again) {
            busy.replace(lane, false);
            try {
                Optional<Duration> next = step.apply(lane);
                next.filter(Duration::isPositive).ifPresent(wait -> later(lane, wait));
                again = next.filter(Duration::isZero).isPresent();
            } catch (RuntimeException e) {
                LOG.errorf(e, "a lane stumbled and is tried again");
                later(lane, every);
                again = false;
            }
            again = again || !busy.remove(lane, false);
        }
    }

    private void later(String lane, Duration wait) {
        // A far one is found again by the look around.
        if (wait.compareTo(every.multipliedBy(2)) < 0 && !timer.isShutdown()) {
            timer.schedule(() -> wake(lane), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdown();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
