package io.attune.decision;

import io.attune.aptitude.Willingness;
import io.attune.customer.Outcome;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Tried;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.List;

/** Takes from a message what it tells in passing: facts that would be asked, and remedies tried already. */
final class Absorbing {
    private Absorbing() {}

    /** Returns whether there was any news. */
    static boolean facts(Draft draft, Troubleshoot dialog) {
        Memory before = draft.memory();
        for (var fact : dialog.facts()) {
            Hearing.told(draft.situation(), dialog, fact).ifPresent(told -> {
                Memory memory = draft.memory();
                boolean isNews = memory.fact(dialog.id(), fact.id())
                        .filter(known -> known.seq() >= told.seq() || known.how() != Known.How.CUSTOMER)
                        .isEmpty();
                if (isNews) {
                    draft.because("told: " + fact.id(), told.value());
                    draft.remember(memory.withFact(
                            dialog.id(), fact.id(), new Known(told.value(), Known.How.CUSTOMER, told.seq())));
                }
            });
        }
        return !before.equals(draft.memory());
    }

    /**
     * Remedies that the customer says, unasked, they have tried. They came all the same, so it did not help. Returns whether there
     * were any.
     */
    static boolean remedies(Draft draft, Troubleshoot dialog) {
        return remedies(draft, dialog, dialog.remedies());
    }

    /** The same, of all remedies but this one. */
    static boolean others(Draft draft, Troubleshoot dialog, Remedy remedy) {
        return remedies(
                draft,
                dialog,
                dialog.remedies().stream().filter(one -> !one.equals(remedy)).toList());
    }

    private static boolean remedies(Draft draft, Troubleshoot dialog, List<Remedy> among) {
        Situation situation = draft.situation();
        int before = draft.memory().tried().size();
        for (Heard heard : situation.heard()) {
            List<String> words = heard.choiceId() == null ? Words.of(heard.text()) : List.of();
            for (var remedy : among) {
                String key = "remedies." + remedy.id() + ".words";
                boolean said = Speech.phrases(dialog.texts(), key, situation).stream()
                        .anyMatch(phrase -> Words.says(words, phrase));
                boolean known = draft.memory().tried().stream()
                        .anyMatch(tried -> tried.remedy().equals(remedy.id()));
                if (said && !known) {
                    String diagnosis = Facts.of(dialog, situation, draft.memory())
                            .fingerprint()
                            .text();
                    draft.because("told: tried", remedy.id());
                    draft.willing(Willingness.Sign.VOLUNTEERED, "had tried already: " + remedy.id());
                    draft.remember(draft.memory()
                            .withTried(new Tried(dialog.id(), remedy.id(), Outcome.FAILED, heard.seq(), diagnosis)));
                    draft.talk(
                            "remedy.noted",
                            java.util.Map.of(
                                    "remedy", draft.text(dialog.texts(), "remedies." + remedy.id() + ".title")));
                }
            }
        }
        return draft.memory().tried().size() > before;
    }

    /** Whether these messages told the fact that was asked for. */
    static boolean answers(Draft draft, Troubleshoot dialog, Open open) {
        long first = draft.situation().heard().getFirst().seq();
        return open.kind() == Open.Kind.FACT
                && draft.memory()
                        .fact(dialog.id(), open.id())
                        .filter(known -> known.seq() >= first)
                        .isPresent();
    }
}
