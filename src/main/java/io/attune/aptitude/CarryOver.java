package io.attune.aptitude;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the observations of a past session together: one for each field, which in sum say over all fields what the one of
 * {@link AptitudeFilter#carriedOver} says. How a field differs from the others fades like the rest.
 */
final class CarryOver {
    private CarryOver() {}

    private record Part(double information, double weighted) {
        Part and(Part other) {
            return new Part(information + other.information, weighted + other.weighted);
        }
    }

    static List<Observation> of(List<Observation> observations, Estimates.Aptitude estimate, double days) {
        Observation all = AptitudeFilter.carriedOver(estimate, days, 0);
        var parts = new TreeMap<String, Part>();
        for (Observation observation : AptitudeFilter.counted(observations)) {
            Part part = new Part(
                    AptitudeFilter.information(observation, estimate.mean()),
                    AptitudeFilter.contribution(observation, estimate.mean(), 0));
            parts.merge(observation.domain() == null ? "" : observation.domain().code(), part, Part::and);
        }
        double information =
                parts.values().stream().mapToDouble(Part::information).sum();
        double weighted = parts.values().stream().mapToDouble(Part::weighted).sum();
        if (information <= 0) {
            return List.of(all);
        }
        double kept = Math.exp(-days / 365);
        var carried = new ArrayList<Observation>();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            Part one = part.getValue();
            if (one.information() > 0) {
                double apart = one.weighted() / one.information() - weighted / information;
                carried.add(Observation.of(
                                all.what() + (part.getKey().isEmpty() ? "" : ": " + part.getKey()),
                                all.kind(),
                                all.z() + kept * apart,
                                all.information() * one.information() / information,
                                all.seq())
                        .in(part.getKey().isEmpty() ? null : Domain.read(part.getKey())));
            }
        }
        return carried;
    }
}
