package io.attune.decision;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.customer.Returns;
import io.attune.decision.memory.Goal;
import io.attune.dialog.Dialog;
import io.attune.dialog.Troubleshoot;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happens when a topic comes up: it is written into the ledger, and earlier contacts about it are owned up to. */
final class Opening {
    private static final Duration RECENT = Returns.WITHIN;

    private Opening() {}

    /** Notes the goal, and writes the query into the ledger, once per conversation. */
    static void query(Draft draft, String intent) {
        Situation situation = draft.situation();
        if (draft.memory().goal() == null && !situation.heard().isEmpty()) {
            Heard heard = situation.heard().stream()
                    .filter(one -> one.understanding().intent().equals(intent))
                    .findFirst()
                    .orElse(situation.heard().getLast());
            draft.remember(draft.memory().withGoal(new Goal(heard.text(), heard.seq(), intent)));
        }
        if (!draft.memory().course().queries().contains(intent)) {
            draft.remember(draft.memory().withCourse(draft.memory().course().withQuery(intent)));
            draft.record(new LedgerEntry(
                    situation.now(),
                    situation.channel().code(),
                    intent,
                    null,
                    null,
                    null,
                    History.words(situation, draft.memory(), intent)));
            cameBack(draft, intent);
        }
    }

    /** A remedy that had worked did not last, if the customer is back with the same so soon. */
    private static void cameBack(Draft draft, String intent) {
        Situation situation = draft.situation();
        History.of(situation, intent).stream()
                .filter(entry -> entry.remedy() != null
                        && entry.outcome() != null
                        && entry.at().isAfter(situation.now().minus(RECENT)))
                .max(Comparator.comparing(LedgerEntry::at))
                .filter(entry -> entry.outcome() == Outcome.WORKED)
                .ifPresent(entry -> {
                    draft.because("came back", String.valueOf(entry.remedy()));
                    draft.record(new LedgerEntry(
                            situation.now(),
                            situation.channel().code(),
                            intent,
                            entry.remedy(),
                            Outcome.CAME_BACK,
                            entry.diagnosis()));
                });
    }

    /** How the dialog begins; differently for a customer who has come with this before. */
    static void words(Draft draft, Dialog dialog, String intent) {
        List<LedgerEntry> past = History.of(draft.situation(), intent);
        int before = History.contacts(past, draft.situation().now(), RECENT);
        boolean here = draft.situation().memory().course().queries().contains(intent);
        if (before > 0 && !here) {
            draft.because("contacts before", before + " in 14 days");
            draft.talk(before == 1 ? "contact.second" : "contact.again", Map.of("count", String.valueOf(before + 1)));
            failures(draft, dialog, past);
        } else {
            Feelings.intro(draft, dialog);
        }
        if (dialog instanceof Troubleshoot shoot) {
            Absorbing.remedies(draft, shoot);
        }
    }

    private static void failures(Draft draft, Dialog dialog, List<LedgerEntry> past) {
        if (dialog instanceof Troubleshoot shoot) {
            var titles = shoot.remedies().stream()
                    .filter(remedy -> !remedy.settles())
                    .filter(remedy -> past.stream()
                            .anyMatch(entry -> Facts.concerns(entry, shoot, remedy.id())
                                    && entry.outcome() != null
                                    && entry.outcome() != Outcome.REFUSED
                                    && entry.outcome() != Outcome.NOT_POSSIBLE))
                    .map(remedy -> draft.text(shoot.texts(), "remedies." + remedy.id() + ".title"))
                    .toList();
            if (!titles.isEmpty()) {
                draft.talk("contact.tried", Map.of("remedies", String.join(", ", titles)));
            }
        }
    }
}
