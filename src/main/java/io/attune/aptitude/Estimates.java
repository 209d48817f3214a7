package io.attune.aptitude;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a customer, with its uncertainty and its reasons.
 *
 * @param aptitude how technical, over all fields
 * @param enthusiasm how willing to help themselves
 * @param domains how technical in each field of which there is evidence, see {@link DomainFilter}
 */
public record Estimates(
        Aptitude aptitude,
        Enthusiasm enthusiasm,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Domain, Aptitude> domains) {
    /** @param domains missing where they were written down without evidence of any */
    public Estimates(Aptitude aptitude, Enthusiasm enthusiasm, @Nullable Map<Domain, Aptitude> domains) {
        this.aptitude = aptitude;
        this.enthusiasm = enthusiasm;
        this.domains = domains == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(domains));
    }

    public Estimates(Aptitude aptitude, Enthusiasm enthusiasm) {
        this(aptitude, enthusiasm, Map.of());
    }

    /** For a matter of this field: what is known of the customer there, and over all where nothing is. */
    public Estimates in(Optional<Domain> domain) {
        Aptitude there = domain.map(domains::get).orElse(null);
        return there == null ? this : new Estimates(there, enthusiasm, domains);
    }

    /** For people: of each field no more than the evidence that weighs most. */
    public Estimates brief(int most) {
        var less = new TreeMap<Domain, Aptitude>();
        domains.forEach((domain, one) -> less.put(
                domain,
                new Aptitude(
                        one.mean(),
                        one.sd(),
                        one.band(),
                        one.evidence().subList(0, Math.min(most, one.evidence().size())))));
        return new Estimates(aptitude, enthusiasm, less);
    }

    /**
     * @param mean logit scale, prior mean 0
     * @param sd of the posterior, logit scale
     * @param evidence each contribution, in order of size; they add up to {@code mean} less the prior mean
     */
    public record Aptitude(double mean, double sd, Band band, List<Evidence> evidence) {
        public Aptitude {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param mean 0..1, the chance that the customer takes the next self-service step
     * @param low lower end of the 80 % interval
     * @param high upper end of the 80 % interval
     */
    public record Enthusiasm(double mean, double low, double high, List<Evidence> evidence) {
        public Enthusiasm {
            evidence = List.copyOf(evidence);
        }
    }

    public record Evidence(String what, double contribution) {}
}
