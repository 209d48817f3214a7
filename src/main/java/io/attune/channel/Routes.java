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

/** Runs the routes of an outbox: each one thing at a time, all of them side by side. */
final class Routes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Routes.class);

    private final Function<String, Optional<Duration>> step;
    private final Runnable lookAround;
    private final Duration every;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    /** Routes at work; true when one was woken meanwhile. */
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    Routes(String name, Function<String, Optional<Duration>> step, Runnable lookAround, Duration every) {
        this.step = step;
        this.lookAround = lookAround;
        this.every = every;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("outbox-" + name + "-", 0).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("outbox-" + name).daemon().factory());
    }

    void start() {
        timer.scheduleWithFixedDelay(() -> run(lookAround), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void run(Runnable work) {
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
            LOG.error("an outbox stumbled and goes on", e);
        }
    }

    void wake(String route) {
        if (Boolean.FALSE.equals(busy.merge(route, false, (was, now) -> true))) {
            run(() -> work(route));
        }
    }

    private void work(String route) {
        boolean again = true;
        while (again) {
            busy.replace(route, false);
            try {
                Optional<Duration> next = step.apply(route);
                next.filter(Duration::isPositive).ifPresent(wait -> later(route, wait));
                again = next.filter(Duration::isZero).isPresent();
            } catch (RuntimeException e) {
                LOG.errorf(e, "a route stumbled and is tried again");
                later(route, every);
                again = false;
            }
            again = again || !busy.remove(route, false);
        }
    }

    private void later(String route, Duration wait) {
        // A far one is found again by the look around.
        if (wait.compareTo(every.multipliedBy(2)) < 0 && !timer.isShutdown()) {
            timer.schedule(() -> wake(route), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
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
