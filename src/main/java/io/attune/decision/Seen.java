package io.attune.decision;

import io.attune.decision.memory.Known;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Fact;
import java.util.Comparator;
import java.util.List;

/** Tells the customer what the tests just showed: the one or two readings that bear most on the likely cause. */
final class Seen {
    private static final int MOST = 2;

    private Seen() {}

    static void tell(Draft draft, Troubleshoot dialog, Facts facts, Figures figures) {
        dialog.facts().stream()
                .filter(fact -> isNew(draft, dialog, fact, facts))
                .filter(fact -> bearing(fact, facts, figures) > 1)
                .sorted(Comparator.comparingDouble((Fact fact) -> -bearing(fact, facts, figures)))
                .limit(MOST)
                .forEach(fact -> draft.say(
                        dialog.texts(),
                        "facts." + fact.id() + "." + facts.value(fact.id()).orElse("") + ".seen"));
    }

    private static boolean isNew(Draft draft, Troubleshoot dialog, Fact fact, Facts facts) {
        Known known = facts.known().get(fact.id());
        return known != null
                && known.how() != Known.How.CUSTOMER
                && draft.memory()
                        .fact(dialog.id(), fact.id())
                        .filter(before -> before.value().equals(known.value()))
                        .isEmpty();
    }

    /** How much more the likely cause shows this value than the causes do on average. */
    private static double bearing(Fact fact, Facts facts, Figures figures) {
        int place = fact.values().indexOf(facts.value(fact.id()).orElse(""));
        if (place < 0) {
            return 0;
        }
        double sum = 0;
        int rows = 0;
        for (List<Double> row : fact.seen().values()) {
            sum += row.get(place);
            rows++;
        }
        List<Double> likely = fact.seen().get(figures.leadingCause().id());
        return rows == 0 || likely == null || sum == 0 ? 0 : likely.get(place) / (sum / rows);
    }
}
