package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Learn;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Fact;
import io.attune.dialog.Troubleshoot.Remedy;

/** Looks at a troubleshooting dialog as a whole: whether every cause has an end, every value a source, every remedy a proof. */
final class TroubleshootCheck {
    private final Faults faults;
    private final Section causes;
    private final Section facts;
    private final Section remedies;

    TroubleshootCheck(Faults faults, Section causes, Section facts, Section remedies) {
        this.faults = faults;
        this.causes = causes;
        this.facts = facts;
        this.remedies = remedies;
    }

    void check(Troubleshoot dialog) {
        for (var cause : dialog.causes()) {
            boolean cured =
                    dialog.remedies().stream().anyMatch(remedy -> remedy.cures().containsKey(cause.id()));
            if (!cured && !cause.needsAgent()) {
                faults.add(
                        causes.key(cause.id()),
                        FaultKind.CAUSE_WITHOUT_HELP,
                        "nothing cures the cause '" + cause.id()
                                + "' and no person takes it; add a remedy, or 'needs: agent'");
            }
        }
        dialog.facts().forEach(fact -> values(dialog, fact));
        dialog.remedies().forEach(remedy -> verification(dialog, remedy));
    }

    private void values(Troubleshoot dialog, Fact fact) {
        if (fact.ask() != null || fact.learn().isEmpty()) {
            return;
        }
        for (String value : fact.values()) {
            boolean learned = fact.learn().stream()
                    .flatMap(way -> way.cases().stream())
                    .anyMatch(line -> line.means().equals(value));
            if (!learned && !dialog.texts().has("facts." + fact.id() + "." + value + ".words")) {
                faults.add(
                        facts.key(fact.id()),
                        FaultKind.VALUE_NOT_LEARNED,
                        "nothing can tell that '" + fact.id() + "' is '" + value
                                + "'; add a line to a table, or 'ask', or remove the value");
            }
        }
    }

    /** A remedy that alters what the line tests show is proved by them, not by the customer's word. */
    private void verification(Troubleshoot dialog, Remedy remedy) {
        if (remedy.settles() && remedy.verify() != null) {
            faults.add(
                    remedies.key(remedy.id()),
                    FaultKind.NO_VERIFICATION,
                    "'" + remedy.id()
                            + "' is settled by being told, so there is nothing to verify; remove one of the two");
        }
        boolean measurable = remedy.changes().stream()
                .flatMap(name -> dialog.fact(name).stream())
                .flatMap(fact -> fact.learn().stream())
                .anyMatch(Learn.FromDiagnostics.class::isInstance);
        if (measurable && !remedy.settles() && remedy.verify() == null) {
            faults.add(
                    remedies.key(remedy.id()),
                    FaultKind.NO_VERIFICATION,
                    "'" + remedy.id()
                            + "' changes what the line tests can show; add 'verify' with the reading that proves it");
        }
    }
}
