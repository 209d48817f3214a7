package io.attune.decision;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.decision.Fingerprint.Change;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Tried;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a remedy before, here or in earlier contacts.
 *
 * @param standing whether it may be offered
 * @param changes what changed in the diagnosis since it failed; empty unless {@code standing} is {@code AGAIN}
 */
record Past(Standing standing, List<Change> changes) {
    /** A remedy that worked and is needed again so soon did not last. */
    private static final Duration LASTING = Duration.ofDays(14);

    private static final Past FREE = new Past(Standing.FREE, List.of());

    enum Standing {
        FREE,
        /** failed, and nothing changed: never again, and evidence against what it cures */
        FAILED,
        /** failed under another diagnosis: may be offered again */
        AGAIN,
        /** refused here, or cannot be done: not offered, and no evidence */
        CLOSED
    }

    boolean isOpen() {
        return standing == Standing.FREE || standing == Standing.AGAIN;
    }

    static Past of(Remedy remedy, Troubleshoot dialog, Situation situation, Memory memory, Fingerprint now) {
        Optional<Trial> here = memory.tried().reversed().stream()
                .filter(tried -> tried.remedy().equals(remedy.id()))
                .map(tried -> new Trial(outcomeHere(tried), tried.diagnosis()))
                .findFirst();
        return here.or(() -> before(remedy, dialog, situation, memory))
                .map(trial -> judged(trial, remedy, now))
                .orElse(FREE);
    }

    private static Outcome outcomeHere(Tried tried) {
        return tried.outcome() == Outcome.REFUSED ? Outcome.NOT_POSSIBLE : tried.outcome();
    }

    private static Optional<Trial> before(Remedy remedy, Troubleshoot dialog, Situation situation, Memory memory) {
        Instant lasting = situation.now().minus(LASTING);
        return situation.customer().history().stream()
                .filter(entry -> entry.outcome() != null && Facts.concerns(entry, dialog, remedy.id()))
                .max(Comparator.comparing(LedgerEntry::at))
                .flatMap(entry -> entry.outcome() == Outcome.WORKED
                        ? Optional.of(new Trial(Outcome.CAME_BACK, entry.diagnosis()))
                                .filter(trial -> entry.at().isAfter(lasting) && isBack(dialog, memory))
                        : Optional.of(new Trial(entry.outcome(), entry.diagnosis())));
    }

    private static boolean isBack(Troubleshoot dialog, Memory memory) {
        return !memory.course().solved().contains(dialog.id());
    }

    private static Past judged(Trial trial, Remedy remedy, Fingerprint now) {
        Outcome outcome = trial.outcome();
        if (outcome == null || outcome == Outcome.REFUSED || outcome == Outcome.WORKED) {
            return FREE;
        }
        if (outcome == Outcome.NOT_POSSIBLE) {
            return new Past(Standing.CLOSED, List.of());
        }
        var changes = Fingerprint.read(trial.diagnosis()).changesTo(now, remedy.changes());
        return new Past(changes.isEmpty() ? Standing.FAILED : Standing.AGAIN, changes);
    }

    private record Trial(
            @Nullable Outcome outcome, @Nullable String diagnosis) {}
}
