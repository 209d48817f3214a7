package io.attune.aptitude;

import java.util.List;

/**
 * What is believed of a customer, with its uncertainty and its reasons.
 *
 * @param aptitude how technical
 * @param enthusiasm how willing to help themselves
 */
public record Estimates(Aptitude aptitude, Enthusiasm enthusiasm) {
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
