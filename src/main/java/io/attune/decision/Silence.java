package io.attune.decision;

import io.attune.customer.Preferences.QuietHours;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Troubleshoot;
import io.attune.message.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a customer who does not answer is written to again: once after a question or a step, then to close. Pure.
 *
 * @param nudge after so long, and the minutes that a step takes; zero: never
 * @param close after so long more; zero: never
 */
public record Silence(Duration nudge, Duration close) {
    public static final Silence DEFAULT = new Silence(Duration.ofMinutes(15), Duration.ofHours(12));

    /** Before the end of a channel's time for free text: a message takes its time too. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private static final Set<Prompt> QUESTIONS = Set.of(Prompt.TOPIC, Prompt.CLARIFY, Prompt.PERSON);

    /** What is due. */
    public enum Stage {
        /** a gentle word, and the open question */
        NUDGE,
        /** an honest end, and how to come back */
        CLOSE
    }

    /**
     * How the customer can be written to.
     *
     * @param spoken when the bot last spoke
     * @param heard when the customer last did
     * @param quiet when they do not want to be written to; null where they set nothing
     */
    public record Reach(
            Channel channel, ZoneId zone, @Nullable QuietHours quiet, Instant spoken, Instant heard) {
        /** Whether free text reaches the customer at this time. */
        public boolean at(Instant time) {
            return channel.freeText()
                    .map(within -> time.isBefore(heard.plus(within).minus(within.isZero() ? Duration.ZERO : MARGIN)))
                    .orElse(true);
        }
    }

    /** What comes next; nothing where nobody waits for the customer, or all has been said. */
    public Optional<Stage> stage(Memory memory, Reach reach, Instant now) {
        int said = memory.course().silent();
        if (said == 0 && asks(memory) && !nudge.isZero() && reach.at(now)) {
            return Optional.of(Stage.NUDGE);
        }
        return said < 2 && !close.isZero() ? Optional.of(Stage.CLOSE) : Optional.empty();
    }

    /**
     * When it is time for it, outside quiet hours.
     *
     * @param dialogs for the minutes that the step in hand takes
     */
    public Optional<Instant> due(Memory memory, DialogBook dialogs, Reach reach, Instant now) {
        return stage(memory, reach, now)
                .map(stage -> switch (stage) {
                    case NUDGE -> reach.spoken().plus(nudge).plus(doing(memory, dialogs));
                    case CLOSE -> reach.spoken().plus(close);
                })
                .map(time -> awake(time.isBefore(now) ? now : time, reach));
    }

    private static boolean asks(Memory memory) {
        Prompt prompt = memory.talk().asked().prompt();
        boolean open = memory.topic().filter(topic -> topic.open() != null).isPresent();
        return QUESTIONS.contains(prompt) && (prompt != Prompt.TOPIC || open) || prompt == Prompt.NONE && open;
    }

    private static Duration doing(Memory memory, DialogBook dialogs) {
        return memory.topic()
                .filter(topic -> topic.open() != null && topic.open().kind() == Open.Kind.REMEDY)
                .flatMap(topic -> remedy(topic, dialogs))
                .map(remedy ->
                        Duration.ofSeconds(Math.round(60 * remedy.effort().minutes())))
                .orElse(Duration.ZERO);
    }

    private static Optional<Troubleshoot.Remedy> remedy(Topic topic, DialogBook dialogs) {
        return topic.open() != null && dialogs.dialog(topic.dialog()).orElse(null) instanceof Troubleshoot dialog
                ? dialog.remedy(topic.open().id())
                : Optional.empty();
    }

    /** The time itself, or the end of the quiet hours that it falls into. */
    private static Instant awake(Instant time, Reach reach) {
        QuietHours quiet = reach.quiet();
        if (quiet == null
                || quiet.from() == null
                || quiet.to() == null
                || quiet.from().equals(quiet.to())) {
            return time;
        }
        ZonedDateTime local = time.atZone(reach.zone());
        LocalTime clock = local.toLocalTime();
        boolean past = !clock.isBefore(quiet.from());
        boolean before = clock.isBefore(quiet.to());
        boolean overnight = quiet.from().isAfter(quiet.to());
        if (overnight ? !past && !before : !past || !before) {
            return time;
        }
        ZonedDateTime end = local.with(quiet.to());
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }
}
