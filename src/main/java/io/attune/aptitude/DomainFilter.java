package io.attune.aptitude;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How technical somebody is in each field, from one hierarchical normal model (partial pooling): the trait in field d is
 * the general trait plus a deviation of its own, {@code t[d] = t + u[d]}, with {@code t ~ N(0, 1.2 - V)}, {@code u[d] ~ N(0, V)}.
 * V is the variance within a person between fields. What is seen in field d measures t[d]; what belongs to no field
 * measures t. With evidence in one field alone this is the estimate over all.
 *
 * <p>The other fields tell of d through t: field e, with information L[e] in sum, is worth {@code 1 / (V + 1/L[e])}. The posterior
 * mean is linear in the observations at the mode, so that contributions add up to it exactly. Steps are logistic items and
 * enter as measurements at the mode, which is found by repetition (IRLS). Order makes no difference. Pure.
 */
final class DomainFilter {
    /** Half of what differs between people, differs between fields. Set by hand: no outcomes by field are at hand to fit it on. */
    static final double BETWEEN_FIELDS = AptitudeFilter.PRIOR_VARIANCE / 2;

    private static final double GENERAL = 1 / (AptitudeFilter.PRIOR_VARIANCE - BETWEEN_FIELDS);
    private static final int STEPS = 60;
    private static final int NONE = Domain.values().length;

    private final List<Observation> counted;
    private final double[] mode = new double[NONE + 1];
    private final double[] information = new double[NONE + 1];
    private final double[] weighted = new double[NONE + 1];

    private DomainFilter(List<Observation> observations) {
        counted = AptitudeFilter.counted(observations);
    }

    /** @param previous band of each field, left only on clear evidence */
    static Map<Domain, Estimates.Aptitude> estimate(List<Observation> observations, Map<Domain, Band> previous) {
        if (observations.stream().noneMatch(observation -> observation.domain() != null)) {
            return Map.of();
        }
        var filter = new DomainFilter(observations);
        filter.settle();
        var estimates = new EnumMap<Domain, Estimates.Aptitude>(Domain.class);
        for (Domain domain : Domain.values()) {
            if (filter.information[domain.ordinal()] > 0) {
                estimates.put(domain, filter.of(domain, previous.getOrDefault(domain, Band.UNKNOWN)));
            }
        }
        return estimates;
    }

    private static int place(@Nullable Domain domain) {
        return domain == null ? NONE : domain.ordinal();
    }

    private void settle() {
        for (int step = 0; step < STEPS; step++) {
            measure();
            double most = 0;
            for (int i = 0; i <= NONE; i++) {
                double move = Math.clamp(mean(i) - mode[i], -1.5, 1.5);
                mode[i] += move;
                most = Math.max(most, Math.abs(move));
            }
            if (most < 1e-12) {
                break;
            }
        }
        measure();
    }

    /** What the observations measure at the mode, by field. */
    private void measure() {
        Arrays.fill(information, 0);
        Arrays.fill(weighted, 0);
        for (Observation observation : counted) {
            int at = place(observation.domain());
            information[at] += AptitudeFilter.information(observation, mode[at]);
            weighted[at] += AptitudeFilter.contribution(observation, mode[at], 0);
        }
    }

    /** How much of the information in another field tells of the general trait; all of what belongs to no field. */
    private double passed(int field) {
        return field == NONE ? 1 : 1 / (1 + BETWEEN_FIELDS * information[field]);
    }

    /** Precision of the general trait from everything but one field. */
    private double general(int without) {
        double precision = GENERAL;
        for (int i = 0; i <= NONE; i++) {
            precision += i == without ? 0 : passed(i) * information[i];
        }
        return precision;
    }

    /** What the rest says of a field, as a precision. */
    private double prior(int field) {
        return 1 / (1 / general(field) + BETWEEN_FIELDS);
    }

    private double mean(int field) {
        if (field == NONE) {
            double sum = 0;
            for (int i = 0; i <= NONE; i++) {
                sum += passed(i) * weighted[i];
            }
            return sum / general(-1);
        }
        double mean = 0;
        for (int i = 0; i <= NONE; i++) {
            mean += share(i, field) * weighted[i];
        }
        return mean;
    }

    /** What one unit of information in {@code from} moves the mean of {@code field} by. */
    private double share(int from, int field) {
        double total = information[field] + prior(field);
        return from == field ? 1 / total : prior(field) / total * passed(from) / general(field);
    }

    private Estimates.Aptitude of(Domain domain, Band previous) {
        int field = domain.ordinal();
        var evidence = new ArrayList<Estimates.Evidence>();
        for (Observation observation : counted) {
            int at = place(observation.domain());
            evidence.add(new Estimates.Evidence(
                    observation.what(), share(at, field) * AptitudeFilter.contribution(observation, mode[at], 0)));
        }
        evidence.sort(Comparator.comparingDouble((Estimates.Evidence item) -> -Math.abs(item.contribution()))
                .thenComparing(Estimates.Evidence::what));
        double deviation = Math.sqrt(AptitudeFilter.INFLATION / (information[field] + prior(field)));
        double mean = mean(field);
        return new Estimates.Aptitude(mean, deviation, Bands.of(mean, deviation, previous), evidence);
    }
}
