package io.attune.assess;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Profile;
import io.attune.decision.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a transcript tells of the customer, in the words of the other rooms. */
final class Known {
    private static final double MS_PER_DAY = 86_400_000;

    private Known() {}

    static List<Transcript.Turn> turns(Transcript transcript) {
        return Objects.requireNonNullElse(transcript.turns(), List.<Transcript.Turn>of()).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    static Situation.Customer customer(Transcript transcript, Instant beginning) {
        Transcript.Customer customer = transcript.customer();
        if (customer == null) {
            return Situation.Customer.UNKNOWN;
        }
        var history = new ArrayList<LedgerEntry>();
        if (customer.history() != null) {
            for (Transcript.Past past : customer.history()) {
                history.add(entry(Objects.requireNonNull(past), beginning));
            }
        }
        Profile none = Profile.EMPTY;
        var profile = new Profile(
                none.name(),
                none.nickname(),
                none.locale(),
                none.tz(),
                none.birthday(),
                none.plan(),
                none.tenureMonths(),
                customer.clv(),
                customer.churn(),
                none.circumstances(),
                none.household(),
                customer.vulnerable(),
                none.accessibility());
        return new Situation.Customer(profile, history);
    }

    private static LedgerEntry entry(Transcript.Past past, Instant beginning) {
        long ms = Math.round(Objects.requireNonNull(past.daysAgo()) * MS_PER_DAY);
        return new LedgerEntry(
                beginning.minus(Duration.ofMillis(ms)),
                "earlier",
                Objects.requireNonNull(past.intent()),
                null,
                past.outcome(),
                null);
    }
}
