package io.attune.decision.policy;

import io.attune.decision.policy.HandoffSettings.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The chance that the bot will not resolve it, and what it is made of.
 *
 * @param logOdds calibrated
 * @param terms what each feature adds to the calibrated log-odds, the greatest first
 */
record Chance(double logOdds, List<Term> terms) {
    private static final int LEADING = 3;

    /** @param weight log-odds, calibrated */
    record Term(Feature feature, double weight) {}

    static Chance of(Map<Feature, Double> features, Weights weights) {
        List<Term> terms = features.entrySet().stream()
                .map(entry -> new Term(entry.getKey(), weights.slope() * weights.of(entry.getKey()) * entry.getValue()))
                .sorted(Comparator.comparingDouble(Term::weight).reversed())
                .toList();
        double sum = terms.stream().mapToDouble(Term::weight).sum();
        return new Chance(weights.slope() * weights.bias() + weights.shift() + sum, terms);
    }

    double probability() {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** What speaks most for handing over. */
    List<Term> leading() {
        return terms.stream().filter(term -> term.weight() > 0).limit(LEADING).toList();
    }
}
