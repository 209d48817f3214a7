package io.attune.push;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.message.Role;
import io.attune.push.store.PushStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Notes which devices are to be told of what, and has it done. The live feed is a hint that makes it quick; the log is what
 * it goes by: a look around finds what was missed, whoever died.
 */
@ApplicationScoped
class PushScheduler {
    private static final Logger LOG = Logger.getLogger(PushScheduler.class);
    private static final int AT_ONCE = 100;
    private static final int CONVERSATIONS = 20;

    private final PushStore store;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final Courier courier;
    private final Quiet quiet;
    private final PushConfig config;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("push").daemon().factory());

    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();

    PushScheduler(
            PushStore store,
            ConversationLog log,
            LiveFeed feed,
            Courier courier,
            Quiet quiet,
            PushConfig config,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.feed = feed;
        this.courier = courier;
        this.quiet = quiet;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent starting) {
        if (!courier.isReady()) {
            return;
        }
        feed.listenToAll(this::committed);
        long every = config.lookForLeft().toMillis();
        thread.scheduleWithFixedDelay(() -> safely(this::lookAround), 0, every, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> safely(this::deliverDue), 500, 500, TimeUnit.MILLISECONDS);
    }

    private void committed(Appended.Done commit) {
        if (!thread.isShutdown() && commit.entries().stream().anyMatch(PushScheduler::wakes)) {
            thread.execute(() -> safely(() -> note(commit.header(), commit.lastSeq(), clock.instant())));
        }
    }

    private static boolean wakes(Entry entry) {
        return entry.event() instanceof Message message && message.from().role() != Role.CUSTOMER;
    }

    private void note(Header header, long seq, Instant now) {
        for (Device device : store.inBackground(header.customer())) {
            store.due(device, header.id(), seq, quiet.over(header, now.plus(config.gather())));
        }
    }

    private void lookAround() {
        for (Device device : store.inBackground()) {
            Instant since = device.backgroundSince();
            for (Header header : log.of(device.customer(), CONVERSATIONS)) {
                if (since != null && !header.changedAt().isBefore(since)) {
                    lookInto(device, header, since);
                }
            }
        }
    }

    private void lookInto(Device device, Header header, Instant since) {
        long told = store.told(device, header.id());
        log.read(header.id(), Math.max(told, header.head() - AT_ONCE), AT_ONCE).stream()
                .filter(entry -> wakes(entry) && !entry.at().isBefore(since))
                .reduce((first, last) -> last)
                .ifPresent(last -> store.due(device, header.id(), last.seq(), quiet.over(header, clock.instant())));
    }

    private void deliverDue() {
        List<Due> due;
        do {
            due = store.take(
                    clock.instant(), clock.instant().plus(config.timeout().multipliedBy(2)), AT_ONCE);
            deliver(due);
        } while (due.size() == AT_ONCE);
    }

    /** Side by side: a server that answers slowly holds up no other device. */
    private void deliver(List<Due> due) {
        due.stream()
                .map(one -> CompletableFuture.runAsync(() -> safely(() -> courier.deliver(one)), couriers))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("pushing met a fault and goes on", e);
        }
    }

    /** Without interrupting: that would close a database's connection under whoever writes. */
    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        couriers.shutdown();
        if (!thread.awaitTermination(3, TimeUnit.SECONDS) || !couriers.awaitTermination(3, TimeUnit.SECONDS)) {
            LOG.debug("pushes under way are left to the next start");
        }
    }
}
