package io.attune.aptitude;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Asking once more how something is done that had worked within the month: a weak sign (an item of difficulty -0.5 and slope
 * 0.5 that was missed). A fault that comes again is none: it was not fixed, whoever tried.
 */
public final class Repetition {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final double VALUE = -3;
    private static final double INFORMATION = .06;

    /** Intents that ask how something is done, as in {@code models/intents.tsv}. */
    private static final Set<String> HOW_TO = Set.of(
            "wifi_password",
            "router_setup",
            "router_settings",
            "tv_remote",
            "phone_blocking",
            "voicemail",
            "sim_activate",
            "email_setup",
            "account_password",
            "bill_copy",
            "parental_control",
            "speed_test");

    private Repetition() {}

    /** @param history of the customer across channels, in any order */
    public static List<Observation> observe(List<LedgerEntry> history, String intent, long seq, Instant now) {
        boolean again = HOW_TO.contains(intent)
                && history.stream()
                        .anyMatch(entry -> entry.intent().equals(intent)
                                && entry.outcome() == Outcome.WORKED
                                && entry.at().isAfter(now.minus(LATELY)));
        return again
                ? List.of(Observation.of(
                                "asks again how to do what had worked: " + intent,
                                "repetition",
                                VALUE,
                                INFORMATION,
                                seq)
                        .in(Domain.of(intent).orElse(null)))
                : List.of();
    }
}
