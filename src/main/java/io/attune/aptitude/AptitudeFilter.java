package io.attune.aptitude;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns observations into an estimate: the mode of the posterior over a latent trait with a normal prior, found by Newton's
 * method over the last 64 observations. Language and pace are normal measurements of the trait, a step is a logistic item
 * (2PL, a = 1). At the mode, mean less prior mean is exactly the sum of information times distance from the prior over total
 * information: each term of it is what that observation contributes. Order makes no difference. Pure.
 */
public final class AptitudeFilter {
    static final double PRIOR_VARIANCE = 1.2;
    private static final int LAST = 64;
    private static final int STEPS = 30;
    private static final double LEAST_STEP_INFORMATION = 0.05;

    /** Observations of one person are not independent; found by asking 80 % intervals to cover 80 %. */
    static final double INFLATION = 1.3;

    private AptitudeFilter() {}

    public static Estimates.Aptitude estimate(List<Observation> observations, Band previous) {
        return estimate(observations, 0, previous);
    }

    /** @param priorMean logit scale; what is believed of somebody of whom nothing is known */
    public static Estimates.Aptitude estimate(List<Observation> observations, double priorMean, Band previous) {
        List<Observation> counted = counted(observations);
        double mode = mode(counted, priorMean);
        double total = 1 / PRIOR_VARIANCE;
        for (Observation observation : counted) {
            total += information(observation, mode);
        }
        List<Estimates.Evidence> evidence = new ArrayList<>();
        for (Observation observation : counted) {
            double contribution = contribution(observation, mode, priorMean) / total;
            evidence.add(new Estimates.Evidence(observation.what(), contribution));
        }
        evidence.sort(Comparator.comparingDouble((Estimates.Evidence item) -> -Math.abs(item.contribution()))
                .thenComparing(Estimates.Evidence::what));
        double deviation = Math.sqrt(INFLATION / total);
        return new Estimates.Aptitude(mode, deviation, Bands.of(mode, deviation, previous), evidence);
    }

    static List<Observation> counted(List<Observation> observations) {
        return discounted(observations.subList(Math.max(0, observations.size() - LAST), observations.size()));
    }

    /** The same thing seen again says less each time: its weight falls with how often it was seen before. */
    private static List<Observation> discounted(List<Observation> observations) {
        Map<String, List<Observation>> same = new HashMap<>();
        List<Observation> counted = new ArrayList<>();
        for (Observation observation : observations) {
            if (observation.isStep()) {
                counted.add(observation);
            } else {
                same.computeIfAbsent(observation.what(), what -> new ArrayList<>())
                        .add(observation);
            }
        }
        for (List<Observation> seen : same.values()) {
            seen.sort(Comparator.comparingDouble(Observation::information)
                    .reversed()
                    .thenComparingDouble(Observation::z)
                    .thenComparingLong(Observation::seq));
            for (int n = 0; n < seen.size(); n++) {
                Observation o = seen.get(n);
                counted.add(o.weighted(1.0 / ((1 + n) * (1 + n))));
            }
        }
        counted.sort(Comparator.comparingLong(Observation::seq)
                .thenComparing(Observation::what)
                .thenComparingDouble(Observation::outcome)
                .thenComparingDouble(Observation::difficulty)
                .thenComparingDouble(Observation::information));
        return counted;
    }

    /** The log posterior is strictly concave, so that damped Newton steps cannot miss its mode. */
    private static double mode(List<Observation> observations, double priorMean) {
        double mode = priorMean;
        for (int step = 0; step < STEPS; step++) {
            double slope = (priorMean - mode) / PRIOR_VARIANCE;
            double curvature = 1 / PRIOR_VARIANCE;
            for (Observation o : observations) {
                double chance = o.isStep() ? chance(mode, o.difficulty()) : 0;
                slope += o.isStep() ? o.outcome() - chance : o.information() * (o.z() - mode);
                curvature += o.isStep() ? chance * (1 - chance) : o.information();
            }
            double move = Math.clamp(slope / curvature, -1.5, 1.5);
            mode += move;
            if (Math.abs(move) < 1e-12) {
                break;
            }
        }
        return mode;
    }

    static double information(Observation o, double mode) {
        if (!o.isStep()) {
            return o.information();
        }
        double chance = chance(mode, o.difficulty());
        return Math.max(chance * (1 - chance), LEAST_STEP_INFORMATION);
    }

    /** For a step, the value measured is the mode plus the surprise over its information, which makes the sum exact. */
    static double contribution(Observation o, double mode, double priorMean) {
        if (!o.isStep()) {
            return o.information() * (o.z() - priorMean);
        }
        return information(o, mode) * (mode - priorMean) + o.outcome() - chance(mode, o.difficulty());
    }

    private static double chance(double aptitude, double difficulty) {
        return 1 / (1 + Math.exp(difficulty - aptitude));
    }

    /**
     * What an estimate is still worth after {@code days} of silence, as one observation for the next session: the trait
     * drifts back to the prior with a time constant of a year (Ornstein-Uhlenbeck).
     */
    public static Observation carriedOver(Estimates.Aptitude estimate, double days, long seq) {
        double kept = Math.exp(-days / 365);
        double mean = kept * estimate.mean();
        double variance = Math.min(
                0.999 * PRIOR_VARIANCE,
                kept * kept * estimate.sd() * estimate.sd() / INFLATION + PRIOR_VARIANCE * (1 - kept * kept));
        double information = 1 / variance - 1 / PRIOR_VARIANCE;
        return Observation.of("earlier conversations", "carried", mean / variance / information, information, seq);
    }
}
