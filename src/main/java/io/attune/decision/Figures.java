package io.attune.decision;

import io.attune.aptitude.Band;
import io.attune.aptitude.Estimates;
import io.attune.decision.cost.Problem;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Cause;
import io.attune.dialog.Troubleshoot.Effort;
import io.attune.dialog.Troubleshoot.Fact;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A troubleshooting dialog in figures, for this customer: what is believed of the causes after everything known, and what
 * each open question and remedy costs them.
 *
 * @param asks facts that can still be asked for
 * @param tries remedies that may be offered
 * @param pasts what became of each remedy before
 */
record Figures(Troubleshoot dialog, double[] belief, List<Fact> asks, List<Remedy> tries, Map<String, Past> pasts) {
    /** Spread of aptitude in the population (logit): taken for whoever is not known. */
    private static final double PRIOR_VARIANCE = 1.2;

    private static final double USUAL_ENTHUSIASM = .55;
    private static final double SURE = .5;

    static Figures of(Troubleshoot dialog, Facts facts, Situation situation, Memory memory) {
        var pasts = new LinkedHashMap<String, Past>();
        dialog.remedies()
                .forEach(remedy ->
                        pasts.put(remedy.id(), Past.of(remedy, dialog, situation, memory, facts.fingerprint())));
        double[] belief = prior(dialog);
        for (Fact fact : dialog.facts()) {
            facts.value(fact.id()).ifPresent(value -> see(dialog, fact, value, belief));
        }
        for (Remedy remedy : dialog.remedies()) {
            if (stateOf(pasts, remedy) == Past.Standing.FAILED) {
                fail(dialog, remedy, belief);
            }
        }
        normalise(belief);
        return new Figures(
                dialog,
                belief,
                dialog.facts().stream()
                        .filter(fact ->
                                fact.ask() != null && facts.value(fact.id()).isEmpty())
                        .toList(),
                dialog.remedies().stream()
                        .filter(remedy -> stateOf(pasts, remedy) == Past.Standing.FREE
                                || stateOf(pasts, remedy) == Past.Standing.AGAIN)
                        .filter(remedy -> !remedy.settles() || isSure(dialog, remedy, belief))
                        .toList(),
                pasts);
    }

    /** A remedy that only tells something asserts its cause: it is not said on a guess, however cheap saying it is. */
    private static boolean isSure(Troubleshoot dialog, Remedy remedy, double[] belief) {
        double sum = 0;
        for (int c = 0; c < belief.length; c++) {
            sum += remedy.cures().containsKey(dialog.causes().get(c).id()) ? belief[c] : 0;
        }
        return sum >= SURE;
    }

    private static Past.Standing stateOf(Map<String, Past> pasts, Remedy remedy) {
        Past past = pasts.get(remedy.id());
        return past == null ? Past.Standing.FREE : past.standing();
    }

    private static double[] prior(Troubleshoot dialog) {
        return dialog.causes().stream().mapToDouble(Cause::odds).toArray();
    }

    private static void see(Troubleshoot dialog, Fact fact, String value, double[] belief) {
        int place = fact.values().indexOf(value);
        if (place < 0 || value.equals(Known.UNSURE)) {
            return;
        }
        for (int c = 0; c < belief.length; c++) {
            belief[c] *= seen(fact, dialog.causes().get(c), place);
        }
    }

    private static double seen(Fact fact, Cause cause, int place) {
        List<Double> row = fact.seen().get(cause.id());
        return row == null ? 1.0 / fact.values().size() : row.get(place);
    }

    private static void fail(Troubleshoot dialog, Remedy remedy, double[] belief) {
        for (int c = 0; c < belief.length; c++) {
            belief[c] *= 1 - cure(remedy, dialog.causes().get(c));
        }
    }

    private static double cure(Remedy remedy, Cause cause) {
        return remedy.cures().getOrDefault(cause.id(), 0.0);
    }

    private static void normalise(double[] belief) {
        double sum = java.util.Arrays.stream(belief).sum();
        for (int c = 0; c < belief.length; c++) {
            belief[c] = sum > 1e-300 ? belief[c] / sum : 1.0 / belief.length;
        }
    }

    Problem problem(Estimates estimates, double handoverCost, double questionCost) {
        double effort = effortWeight(estimates);
        double[][][] likelihood = new double[asks.size()][][];
        double[] askCost = new double[asks.size()];
        for (int f = 0; f < asks.size(); f++) {
            Fact fact = asks.get(f);
            likelihood[f] = new double[fact.values().size()][belief.length];
            for (int v = 0; v < fact.values().size(); v++) {
                for (int c = 0; c < belief.length; c++) {
                    likelihood[f][v][c] = seen(fact, dialog.causes().get(c), v);
                }
            }
            Effort ask = fact.ask();
            askCost[f] = questionCost + (ask == null ? 0 : effort * ask.minutes() / ability(estimates, ask));
        }
        double[][] cure = new double[tries.size()][belief.length];
        double[] tryCost = new double[tries.size()];
        for (int r = 0; r < tries.size(); r++) {
            Remedy remedy = tries.get(r);
            double able = ability(estimates, remedy.effort());
            for (int c = 0; c < belief.length; c++) {
                cure[r][c] = able * cure(remedy, dialog.causes().get(c));
            }
            tryCost[r] = questionCost + effort * remedy.effort().minutes();
        }
        return new Problem(belief.clone(), likelihood, askCost, cure, tryCost, handoverCost);
    }

    /** A minute of effort weighs more for those less willing than usual, 0.4 to 2. */
    private static double effortWeight(Estimates estimates) {
        return Math.clamp(1 + 1.5 * (USUAL_ENTHUSIASM - estimates.enthusiasm().mean()), .4, 2);
    }

    /**
     * The chance that this customer manages it: the mean of the logistic over a normal estimate (MacKay's approximation).
     * Whoever is not known counts as the average customer.
     */
    static double ability(Estimates estimates, Effort effort) {
        var aptitude = estimates.aptitude();
        boolean known = aptitude.band() != Band.UNKNOWN;
        double mean = known ? aptitude.mean() : 0;
        double variance = known ? aptitude.sd() * aptitude.sd() : PRIOR_VARIANCE;
        double logit = (mean - effort.difficulty()) / Math.sqrt(1 + Math.PI * variance / 8);
        return 1 / (1 + Math.exp(-logit));
    }

    /** The most likely cause. */
    int leading() {
        int best = 0;
        for (int c = 1; c < belief.length; c++) {
            if (belief[c] > belief[best]) {
                best = c;
            }
        }
        return best;
    }

    Cause leadingCause() {
        return dialog.causes().get(leading());
    }

    double chance() {
        return belief[leading()];
    }
}
