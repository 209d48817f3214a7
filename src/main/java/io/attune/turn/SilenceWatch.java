package io.attune.turn;

import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Owner;
import io.attune.decision.Silence.Reach;
import io.attune.decision.Silence.Stage;
import io.attune.handoff.Cases;
import io.attune.turn.store.WakeUps;
import io.attune.turn.store.WakeUps.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes to customers who have not answered. The times are in the database, so that they outlive the process; what is said is a
 * turn like any other, guarded by the head it read, so that it is said once, and not after anybody else has spoken.
 */
@ApplicationScoped
class SilenceWatch {
    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final int AT_ONCE = 100;

    /** A node that takes one and dies: another one gets it after this long. */
    private static final Duration TERM = Duration.ofMinutes(1);

    private final WakeUps wakeUps;
    private final ConversationLog log;
    private final SituationReader situations;
    private final Thinking thinking;
    private final TurnWriter writer;
    private final Quiet quiet;
    private final Cases cases;
    private final Composing composing;
    private final TurnJson json;
    private final TurnConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("silence").daemon().factory());

    SilenceWatch(
            WakeUps wakeUps,
            ConversationLog log,
            SituationReader situations,
            Thinking thinking,
            TurnWriter writer,
            Quiet quiet,
            Cases cases,
            Composing composing,
            TurnJson json,
            TurnConfig config,
            Clock clock) {
        this.wakeUps = wakeUps;
        this.log = log;
        this.situations = situations;
        this.thinking = thinking;
        this.writer = writer;
        this.quiet = quiet;
        this.cases = cases;
        this.composing = composing;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes @Priority(20) StartupEvent starting) {
        long every = config.silence().lookEvery().toMillis();
        timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            List<Due> due;
            do {
                due = wakeUps.due(clock.instant(), AT_ONCE);
                due.forEach(this::wake);
            } while (due.size() == AT_ONCE);
        } catch (RuntimeException e) {
            LOG.error("looking for silent customers failed; trying again", e);
        }
    }

    private void wake(Due due) {
        Instant until = clock.instant().plus(TERM);
        if (!wakeUps.take(due, until)) {
            return;
        }
        try {
            Optional<Conversation> conversation = log.load(due.conv()).filter(this::waitsForCustomer);
            if (conversation.isEmpty()) {
                wakeUps.forget(due.conv(), until);
            } else if (composing.remaining(due.conv()) == 0) {
                follow(conversation.get(), until);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "the follow-up of conversation %s failed", due.conv());
        }
    }

    /** An agent who has it, or is about to have it, is the one to write. */
    private boolean waitsForCustomer(Conversation conversation) {
        var header = conversation.header();
        return header.owner() == Owner.BOT
                && !header.isPending()
                && header.lastCustomer() > 0
                && !cases.willCallBack(header.id());
    }

    private void follow(Conversation conversation, Instant until) {
        String conv = conversation.header().id();
        Surroundings around = situations.look(conversation);
        Instant spoken = Optional.ofNullable(conversation.spokenAt()).orElse(around.now());
        Reach reach = Quiet.reach(conversation, around, spoken);
        var memory = json.memory(conversation.memory());
        Optional<Stage> stage = quiet.silence().stage(memory, reach, around.now());
        Optional<Instant> time = quiet.due(memory, reach, around.now());
        if (stage.isEmpty() || time.isEmpty()) {
            wakeUps.forget(conv, until);
        } else if (time.get().isAfter(around.now())) {
            wakeUps.putOff(conv, until, time.get());
        } else {
            Thought thought = thinking.afterSilence(conversation, around, stage.get(), reach.at(around.now()));
            Appended appended = log.append(writer.append(conversation, around, thought))
                    .toCompletableFuture()
                    .join();
            if (!(appended instanceof Appended.Done)) {
                LOG.debugf("somebody spoke in %s first", conv);
            }
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        timer.shutdownNow();
    }
}
