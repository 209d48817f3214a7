package io.attune.aptitude;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The chance that a customer takes the next self-service step: a Beta distribution over it, beginning at a mean of about .55
 * with the strength of four observations; the more technical start a little higher. Pure.
 */
public final class EnthusiasmFilter {
    private static final double STRENGTH = 4;
    private static final double HALF_LIFE_DAYS = 45;

    /** @param daysAgo how old the sign is, days */
    public record Aged(Willingness willingness, double daysAgo) {}

    private EnthusiasmFilter() {}

    public static Estimates.Enthusiasm estimate(List<Willingness> signs, double aptitudeMean) {
        return estimateAged(signs.stream().map(sign -> new Aged(sign, 0)).toList(), aptitudeMean);
    }

    /** Signs lose half of their weight in 45 days. */
    public static Estimates.Enthusiasm estimateAged(List<Aged> signs, double aptitudeMean) {
        double prior = 1 / (1 + Math.exp(-(0.2 + 0.3 * aptitudeMean)));
        double alpha = prior * STRENGTH;
        double beta = (1 - prior) * STRENGTH;
        double total = STRENGTH;
        for (Aged sign : signs) {
            double weight = weight(sign);
            alpha += Math.max(0, weight);
            beta += Math.max(0, -weight);
            total += Math.abs(weight);
        }
        List<Estimates.Evidence> evidence = new ArrayList<>();
        for (Aged sign : signs) {
            double weight = weight(sign);
            double towards = weight > 0 ? 1 - prior : prior;
            evidence.add(new Estimates.Evidence(sign.willingness().what(), weight * towards / total));
        }
        evidence.sort(Comparator.comparingDouble((Estimates.Evidence item) -> -Math.abs(item.contribution()))
                .thenComparing(Estimates.Evidence::what));
        return new Estimates.Enthusiasm(
                alpha / (alpha + beta),
                BetaDistribution.quantile(alpha, beta, 0.1),
                BetaDistribution.quantile(alpha, beta, 0.9),
                evidence);
    }

    private static double weight(Aged sign) {
        return sign.willingness().sign().weight() * Math.pow(0.5, sign.daysAgo() / HALF_LIFE_DAYS);
    }
}
