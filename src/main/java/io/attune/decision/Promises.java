package io.attune.decision;

import io.attune.customer.Purpose;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Promise;
import io.attune.decision.memory.Promise.Recalled;
import io.attune.decision.memory.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was promised, and what becomes of it: said again in the customer's next contact, honestly where its time has passed.
 */
final class Promises {
    /** What was said less than this ago in the same conversation belongs to the same contact; in another conversation, the second. */
    private static final Duration SAME_CONTACT = Duration.ofHours(12);

    private static final Duration JUST_BEFORE = Duration.ofHours(1);

    /** Somebody who was to come at ten may come a little later. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** So many are brought up at most, the latest ones. */
    private static final int MOST = 2;

    private Promises() {}

    /**
     * The bot has just said that this will be so.
     *
     * @param by ISO 8601; null where it names no time
     */
    static void made(Draft draft, String text, @Nullable String by) {
        made(draft, text, by, draft.memory().topic().map(Topic::intent).orElse(null));
    }

    static void made(Draft draft, String text, @Nullable String by, @Nullable String intent) {
        long at = draft.situation().now().getEpochSecond();
        var others = new ArrayList<>(draft.memory().promises());
        others.removeIf(promise -> promise.text().equals(text));
        others.add(new Promise(text, draft.seq(), at, by, intent, Recalled.NOT));
        draft.remember(draft.memory().withPromises(others));
    }

    /** What earlier conversations promised is this one's to keep. */
    static void takeOver(Draft draft) {
        List<Promise> earlier = draft.situation().customer().promises();
        if (draft.memory().promises().isEmpty() && !earlier.isEmpty()) {
            draft.remember(draft.memory()
                    .withPromises(earlier.stream().map(Promise::fromEarlier).toList()));
        }
    }

    /** Brings up what was promised in an earlier contact and has not been brought up as it stands now. */
    static void recall(Draft draft, boolean first) {
        Situation situation = draft.situation();
        if (!situation.customer().settings().consents().granted(Purpose.SERVICE)) {
            return;
        }
        var now = new ArrayList<Promise>();
        List<Promise> due = draft.memory().promises().stream()
                .filter(promise -> isDue(promise, situation))
                .toList();
        List<Promise> said = due.subList(Math.max(0, due.size() - MOST), due.size());
        for (Promise promise : draft.memory().promises()) {
            now.add(due.contains(promise) ? promise.recalled(recalled(promise, situation)) : promise);
        }
        for (Promise promise : first ? said.reversed() : said) {
            say(draft, promise, first);
        }
        draft.remember(draft.memory().withPromises(now));
    }

    /** The same before an answer, unless the customer asks for it, or a person takes over, who sees it all. */
    static void recallUnasked(Draft draft, Act act) {
        boolean asked = act instanceof Act.Says(String intent) && intent.equals("promised");
        if (!asked && !draft.hasHandoff() && !draft.isSilent()) {
            recall(draft, true);
        }
    }

    private static void say(Draft draft, Promise promise, boolean first) {
        Situation situation = draft.situation();
        boolean passed = hasPassed(promise, situation);
        String key = passed ? "promised.passed" : promise.by() == null ? "promised.before" : "promised.stands";
        draft.because("promised before", passed ? "its time has passed" : "still to come");
        LocalDate day =
                Instant.ofEpochSecond(promise.at()).atZone(situation.zone()).toLocalDate();
        Map<String, String> values =
                Map.of("promises", promise.text(), "day", Moments.readable(day.toString(), situation));
        if (first) {
            draft.first(key, values);
        } else {
            draft.talk(key, values);
        }
        if (passed) {
            Handoffs.person(draft);
        }
    }

    /** All of them, for a customer who asks: what stands, and what should have been by now. */
    static void list(Draft draft) {
        List<Promise> promises = draft.memory().promises();
        List<Promise> passed = promises.stream()
                .filter(promise -> hasPassed(promise, draft.situation()))
                .toList();
        String standing = promises.stream()
                .filter(promise -> !passed.contains(promise))
                .map(Promise::text)
                .collect(Collectors.joining(" "));
        if (promises.isEmpty()) {
            draft.talk("promised.none");
        }
        passed.forEach(promise -> say(draft, promise, false));
        if (!standing.isEmpty()) {
            draft.talk("promised.list", Map.of("promises", standing));
        }
    }

    private static boolean isDue(Promise promise, Situation situation) {
        boolean repaired = Outage.INTENT.equals(promise.intent()) && !Outage.known(situation.diagnosis());
        boolean earlier = promise.at() > 0
                && !repaired
                && Instant.ofEpochSecond(promise.at())
                        .plus(promise.seq() == 0 ? JUST_BEFORE : SAME_CONTACT)
                        .isBefore(situation.now());
        return switch (promise.recalled()) {
            case NOT -> earlier;
            case STANDING -> earlier && hasPassed(promise, situation);
            case DONE -> false;
        };
    }

    private static Recalled recalled(Promise promise, Situation situation) {
        return promise.by() == null || hasPassed(promise, situation) ? Recalled.DONE : Recalled.STANDING;
    }

    /** Whether its time is over. One that names no time never is. */
    static boolean hasPassed(Promise promise, Situation situation) {
        String by = promise.by();
        if (by == null) {
            return false;
        }
        return day(by).map(day ->
                        day.isBefore(situation.now().atZone(situation.zone()).toLocalDate()))
                .or(() -> time(by).map(time -> time.plus(GRACE).isBefore(situation.now())))
                .orElse(false);
    }

    /** Promises about this whose time has passed, as far as is known without anybody having dealt with them. */
    static int broken(Situation situation, Memory memory, String intent) {
        return (int) memory.promises().stream()
                .filter(promise -> isAbout(promise, intent, situation) && hasPassed(promise, situation))
                .count();
    }

    private static boolean isAbout(Promise promise, String intent, Situation situation) {
        return Outage.INTENT.equals(promise.intent())
                ? Outage.known(situation.diagnosis())
                : promise.intent() == null || intent.isEmpty() || intent.equals(promise.intent());
    }

    /** People have dealt with it since: nothing of it is left for the bot to bring up. */
    static Memory dealtWith(Memory memory) {
        return memory.withPromises(List.of());
    }

    /** The latest of these values that is a day or a time; null where none is. */
    static @Nullable String latest(List<String> values) {
        return values.stream()
                .filter(value -> day(value).isPresent() || time(value).isPresent())
                .max(String::compareTo)
                .orElse(null);
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String value) {
        try {
            return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
