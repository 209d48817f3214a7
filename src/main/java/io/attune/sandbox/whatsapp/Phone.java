package io.attune.sandbox.whatsapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The customer's phone: what it shows, and what it knows of the conversation. Safe for many threads. */
final class Phone {
    static final Duration WINDOW = Duration.ofHours(24);

    private final Clock clock;
    private final List<Bubble> bubbles = new ArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Instant windowUntil = Instant.EPOCH;
    private @Nullable Instant typingUntil;
    private Mischief mischief = Mischief.NONE;
    private Who who = new Who("16505550100", "US.13491208655302741918", "Robin", false);

    Phone(Clock clock) {
        this.clock = clock;
    }

    /** @param hidden whether the number is not shown to the business, which then knows the id alone */
    record Who(String number, String userId, String name, boolean hidden) {}

    record View(
            Who who,
            List<Bubble> bubbles,
            Instant windowUntil,
            boolean windowOpen,
            boolean typing,
            Mischief mischief) {}

    synchronized View view() {
        Instant now = clock.instant();
        boolean typing = typingUntil != null && typingUntil.isAfter(now);
        return new View(who, List.copyOf(bubbles), windowUntil, windowUntil.isAfter(now), typing, mischief);
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }

    void add(Bubble bubble) {
        synchronized (this) {
            bubbles.add(bubble);
            if (bubble.mine()) {
                windowUntil = clock.instant().plus(WINDOW);
            } else {
                typingUntil = null;
            }
        }
        changed();
    }

    /** A business message comes further: delivered, read or failed. */
    void status(String id, String status, @Nullable Integer error) {
        synchronized (this) {
            bubbles.replaceAll(bubble -> bubble.id().equals(id) ? bubble.with(status, error) : bubble);
        }
        changed();
    }

    /** The business has read this message, and so all before it. False when there is none. */
    boolean read(String id, boolean writing) {
        synchronized (this) {
            Optional<Bubble> named = bubbles.stream()
                    .filter(bubble -> bubble.mine() && bubble.id().equals(id))
                    .findFirst();
            if (named.isEmpty()) {
                return false;
            }
            int last = bubbles.indexOf(named.get());
            for (int i = 0; i <= last; i++) {
                if (bubbles.get(i).mine()) {
                    bubbles.set(i, bubbles.get(i).with("read", null));
                }
            }
            typingUntil = writing ? clock.instant().plusSeconds(25) : typingUntil;
        }
        changed();
        return true;
    }

    void expireWindow() {
        synchronized (this) {
            windowUntil = clock.instant();
        }
        changed();
    }

    synchronized Mischief mischief() {
        return mischief;
    }

    void mischief(Mischief next) {
        synchronized (this) {
            mischief = next;
        }
        changed();
    }

    /** What this message meets, if anything. */
    @Nullable
    String meet() {
        String fail;
        synchronized (this) {
            fail = mischief.fail();
            mischief = fail == null ? mischief : mischief.met();
        }
        changed();
        return fail;
    }

    /** Somebody else has the phone now: an empty one. */
    void become(Who next) {
        synchronized (this) {
            who = next;
            bubbles.clear();
            windowUntil = Instant.EPOCH;
        }
        changed();
    }

    synchronized Who who() {
        return who;
    }
}
