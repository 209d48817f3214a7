package io.attune.aptitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.aptitude.Willingness.Sign;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnthusiasmFilterTest {
    private static Willingness sign(Sign sign) {
        return new Willingness(sign, sign.code(), 1);
    }

    @Test
    void starts_in_the_middle_with_much_doubt() {
        var start = EnthusiasmFilter.estimate(List.of(), 0);
        assertThat(start.mean()).isCloseTo(0.55, within(0.01));
        assertThat(start.high() - start.low()).isGreaterThan(0.4);
    }

    @Test
    void rises_with_what_is_completed_and_falls_with_what_is_refused() {
        double start = EnthusiasmFilter.estimate(List.of(), 0).mean();
        var completed = EnthusiasmFilter.estimate(List.of(sign(Sign.COMPLETED), sign(Sign.COMPLETED)), 0);
        var refused = EnthusiasmFilter.estimate(List.of(sign(Sign.REFUSED), sign(Sign.WANTS_PERSON)), 0);
        assertThat(completed.mean()).isGreaterThan(start);
        assertThat(refused.mean()).isLessThan(0.35);
        assertThat(refused.low()).isLessThan(refused.mean());
        assertThat(refused.high()).isGreaterThan(refused.mean());
    }

    @Test
    void contributions_add_up_to_the_shift_of_the_mean() {
        var signs = List.of(sign(Sign.COMPLETED), sign(Sign.REFUSED), sign(Sign.THANKED), sign(Sign.ABANDONED));
        var estimate = EnthusiasmFilter.estimate(signs, 0.4);
        double prior = EnthusiasmFilter.estimate(List.of(), 0.4).mean();
        double sum = estimate.evidence().stream()
                .mapToDouble(Estimates.Evidence::contribution)
                .sum();
        assertThat(sum).isCloseTo(estimate.mean() - prior, within(1e-9));
    }

    @Test
    void old_signs_fade() {
        double fresh = EnthusiasmFilter.estimateAged(List.of(new EnthusiasmFilter.Aged(sign(Sign.REFUSED), 0)), 0)
                .mean();
        double old = EnthusiasmFilter.estimateAged(List.of(new EnthusiasmFilter.Aged(sign(Sign.REFUSED), 90)), 0)
                .mean();
        assertThat(old).isGreaterThan(fresh).isLessThan(0.55);
    }

    @Test
    void quantiles_agree_with_a_distribution_known_by_heart() {
        assertThat(BetaDistribution.quantile(1, 1, 0.1)).isCloseTo(0.1, within(1e-6));
        assertThat(BetaDistribution.quantile(2, 1, 0.25)).isCloseTo(0.5, within(1e-6));
        assertThat(BetaDistribution.quantile(3, 3, 0.5)).isCloseTo(0.5, within(1e-6));
    }
}
