package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where nobody is there: times to be called back at, for the customer to choose from. */
final class Callbacks {
    private static final String PREFIX = "cb:";
    private static final Duration FURTHEST = Duration.ofDays(15);

    private Callbacks() {}

    /** Offers the times that there are; says nothing where there are none. */
    static void offer(Draft draft) {
        Situation situation = draft.situation();
        if (situation.queue().callbacks().isEmpty()) {
            return;
        }
        draft.talk("callback.offer");
        for (Instant at : situation.queue().callbacks()) {
            draft.choice(PREFIX + at.getEpochSecond(), time(at, situation));
        }
        draft.talkChoice(Ids.NO, "choices.go_on");
    }

    /** The time that was chosen; none when it was something else, or a time that is past. */
    static Optional<Instant> chosen(Situation situation, Act act) {
        if (!(act instanceof Act.Picks(String id)) || !id.matches(PREFIX + "[0-9]{9,11}")) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(id.substring(PREFIX.length())));
        return Optional.of(at)
                .filter(time -> time.isAfter(situation.now())
                        && time.isBefore(situation.now().plus(FURTHEST)));
    }

    /** Books it and says so; the conversation goes on with the bot. */
    static void book(Draft draft, Instant at) {
        draft.callBack(at);
        draft.because("callback", at.toString());
        Map<String, String> time = Map.of("time", time(at, draft.situation()));
        draft.kind(Kind.INFORM).talk("callback.booked", time);
        draft.remember(draft.memory().withPromise(new Promise(draft.talkText("callback.promise", time), draft.seq())));
    }

    private static String time(Instant at, Situation situation) {
        ZonedDateTime local = at.atZone(situation.zone());
        Locale locale = Locale.forLanguageTag(situation.language().code());
        String day = switch (situation.language()) {
            case DE -> "d.";
            case EN, ES, FR -> "d";
        };
        return DateTimeFormatter.ofPattern("EEE " + day + " MMM HH:mm", locale).format(local);
    }
}
