package io.attune.cli.story;

import io.attune.aptitude.Band;
import io.attune.aptitude.Estimates;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Level;
import io.attune.customer.Outcome;
import io.attune.customer.Profile;
import io.attune.decision.QueueState;
import io.attune.dialog.Pitch;
import io.attune.dialog.Story.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what a story says is given into what a decision looks at. */
final class Setting {
    private static final double SD = .6;

    private Setting() {}

    static Profile profile(Given given) {
        Map<String, Object> rest = new HashMap<>(given.profile());
        return new Profile(
                (String) rest.remove("name"),
                (String) rest.remove("nickname"),
                null,
                null,
                null,
                (String) rest.remove("plan"),
                null,
                Optional.ofNullable(rest.remove("clv"))
                        .map(value -> Level.read(value.toString()))
                        .orElse(null),
                Optional.ofNullable(rest.remove("churn"))
                        .map(value -> Double.valueOf(value.toString()))
                        .orElse(null),
                rest,
                null,
                Optional.ofNullable(given.profile().get("vulnerable"))
                        .map(Boolean::valueOf)
                        .orElse(null),
                null);
    }

    static List<LedgerEntry> history(Given given, Instant start) {
        return given.history().stream()
                .map(past -> new LedgerEntry(
                        start.minus(Duration.ofMinutes(Math.round(past.daysAgo() * 24 * 60))),
                        "web",
                        past.intent(),
                        past.remedy(),
                        past.outcome() == null ? null : Outcome.read(past.outcome()),
                        past.diagnosis()))
                .toList();
    }

    static Estimates estimates(Given given) {
        Band band = Band.valueOf(given.aptitude().toUpperCase(Locale.ROOT));
        double mean = switch (band) {
            case LOW -> -1.2;
            case HIGH -> 1.4;
            case MID, UNKNOWN -> 0;
        };
        double willing = given.enthusiasm();
        return new Estimates(
                new Estimates.Aptitude(mean, SD, band, List.of()),
                new Estimates.Enthusiasm(willing, Math.max(0, willing - .2), Math.min(1, willing + .2), List.of()));
    }

    /** How texts are worded for the customer. */
    static Pitch pitch(Given given) {
        return switch (given.aptitude()) {
            case "low" -> Pitch.NOVICE;
            case "high" -> Pitch.EXPERT;
            default -> Pitch.STANDARD;
        };
    }

    static QueueState queue(Given given) {
        return new QueueState(given.agents(), 0, given.queueWait());
    }
}
