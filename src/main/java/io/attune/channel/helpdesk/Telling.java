package io.attune.channel.helpdesk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.channel.helpdesk.store.CursorStore;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells the helpdesk of every conversation that a person was asked for: all of it, in order, each entry at least once. A
 * cursor in the database says how far, so that nothing is lost with the process; what is not taken waits, and what comes
 * after it too.
 */
@Singleton
class Telling {
    private static final Logger LOG = Logger.getLogger(Telling.class);
    private static final int AT_ONCE = 200;
    private static final int PORTION = 20;

    private final CursorStore cursors;
    private final ConversationLog log;
    private final Courier courier;
    private final HelpdeskConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    /** Spares a look at the database for each commit of a conversation that is the bot's. Other nodes may know better. */
    private final Cache<String, Boolean> elsewhere = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("helpdesk-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("helpdesk").daemon().factory());

    Telling(
            CursorStore cursors,
            ConversationLog log,
            Courier courier,
            HelpdeskConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.cursors = cursors;
        this.log = log;
        this.courier = courier;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    void start(LiveFeed feed) {
        feed.listenToAll(commit -> run(() -> committed(commit)));
        run(this::takeUp);
        long every = config.lookForDue().toMillis();
        timer.scheduleWithFixedDelay(() -> run(this::lookAround), every, every, TimeUnit.MILLISECONDS);
    }

    private void committed(Appended.Done commit) {
        Header header = commit.header();
        if (isForPeople(header)) {
            cursors.follow(header.id(), header.customer());
            elsewhere.invalidate(header.id());
        }
        if (elsewhere.getIfPresent(header.id()) != null) {
            return;
        }
        if (cursors.raise(header.id())) {
            tell(header.id());
        } else {
            elsewhere.put(header.id(), true);
        }
    }

    private static boolean isForPeople(Header header) {
        return header.owner() == Owner.QUEUE || header.owner() == Owner.AGENT;
    }

    /** What the last process has committed and not told. */
    private void takeUp() {
        for (Owner owner : List.of(Owner.QUEUE, Owner.AGENT)) {
            log.ownedBy(owner, null, Integer.MAX_VALUE)
                    .forEach(header -> cursors.follow(header.id(), header.customer()));
        }
        cursors.raiseAll(!log.isShared());
        lookAround();
    }

    private void lookAround() {
        cursors.due(clock.instant(), AT_ONCE).forEach(conv -> run(() -> tell(conv)));
    }

    /** One after the other for each conversation; whoever finds it busy has raised it, and it is looked at once more. */
    private void tell(String conv) {
        while (busy.add(conv)) {
            try {
                Optional<CursorStore.Cursor> cursor = take(conv);
                while (cursor.isPresent()) {
                    cursor = tellAll(cursor.get()) ? take(conv) : Optional.empty();
                }
            } finally {
                busy.remove(conv);
            }
            if (!cursors.isDue(conv, clock.instant())) {
                return;
            }
        }
    }

    private Optional<CursorStore.Cursor> take(String conv) {
        Duration lease = config.timeout().multipliedBy(PORTION);
        return cursors.take(conv, clock.instant(), lease);
    }

    /** Whether all was taken that stands there. */
    private boolean tellAll(CursorStore.Cursor cursor) {
        String conv = cursor.conv();
        Optional<Header> header = log.header(conv);
        List<Entry> entries = header.isEmpty() ? List.of() : log.read(conv, cursor.sent(), PORTION);
        int attempts = cursor.attempts();
        for (Entry entry : entries) {
            if (!courier.tell(header.orElseThrow(), entry)) {
                failed(conv, attempts);
                return false;
            }
            meters.counter("attune.helpdesk.events", "state", "sent").increment();
            cursors.told(conv, entry.seq());
            attempts = 0;
        }
        cursors.rest(conv);
        if (entries.size() == PORTION) {
            cursors.raise(conv);
        }
        return true;
    }

    private void failed(String conv, int attempts) {
        Duration wait = wait(attempts);
        meters.counter("attune.helpdesk.events", "state", "failed").increment();
        LOG.warnf("the helpdesk did not take an event of %s; again in %s", conv, wait);
        cursors.again(conv, attempts + 1, clock.instant().plus(wait));
        if (wait.compareTo(config.lookForDue()) < 0 && !timer.isShutdown()) {
            timer.schedule(() -> run(() -> tell(conv)), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private Duration wait(int attempts) {
        long wait = config.firstRetry().toMillis() << Math.min(attempts, 20);
        return Duration.ofMillis(Math.min(wait, config.longestRetry().toMillis()));
    }

    private void run(Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("telling the helpdesk stumbled and goes on", e);
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("left to the next start");
        }
    }

    void stop() {
        timer.shutdownNow();
        threads.shutdown();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
