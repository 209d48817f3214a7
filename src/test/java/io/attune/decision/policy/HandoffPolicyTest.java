package io.attune.decision.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.Level;
import io.attune.decision.policy.Verdict.Advice;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandoffPolicyTest {
    private final HandoffPolicy policy = new HandoffPolicy(HandoffSettings.DEFAULT);

    @Test
    void a_calm_first_message_goes_on() {
        Verdict verdict = policy.judge(Signals.neutral());
        assertThat(verdict.advice()).isEqualTo(Advice.CONTINUE);
        assertThat(verdict.probability()).isBetween(.05, .15);
        assertThat(verdict.code()).isNull();
    }

    @Test
    void the_offer_comes_before_the_transfer_and_two_turns_in_a_row_transfer() {
        Advice first = policy.judge(trouble(.3, 3, 2, 0)).advice();
        Advice later = policy.judge(trouble(.3, 3, 8, 0)).advice();
        assertThat(first).isEqualTo(Advice.CONTINUE);
        assertThat(later).isEqualTo(Advice.OFFER);
        Verdict over = policy.judge(trouble(.55, 3, 8, 0));
        assertThat(over.advice()).isEqualTo(Advice.OFFER);
        assertThat(over.over()).isEqualTo(1);
        assertThat(policy.judge(trouble(.55, 3, 8, over.over())).advice()).isEqualTo(Advice.TRANSFER);
    }

    @Test
    void far_above_the_threshold_it_transfers_at_once_and_says_why() {
        Verdict verdict = policy.judge(trouble(1, 3, 9, 0));
        assertThat(verdict.advice()).isEqualTo(Advice.TRANSFER);
        assertThat(verdict.code()).isEqualTo(ReasonCode.REPEATED_FAILURE);
        assertThat(verdict.sentence()).contains("failed steps").contains("frustration");
        assertThat(verdict.reasons()).extracting(Reason::what).contains("would change it");
    }

    @Test
    void a_long_queue_raises_the_threshold_and_a_valued_customer_lowers_it() {
        double usual = policy.judge(with(Duration.ofMinutes(2), null)).threshold();
        assertThat(policy.judge(with(Duration.ofMinutes(8), null)).threshold()).isGreaterThan(usual);
        assertThat(policy.judge(with(Duration.ofMinutes(2), Level.HIGH)).threshold())
                .isLessThan(usual);
    }

    @Test
    void a_person_who_was_asked_for_outranks_every_figure() {
        Verdict verdict = policy.judge(new Signals(
                Set.of("human"),
                "",
                1,
                0,
                0,
                0,
                0,
                false,
                0,
                0,
                .9,
                null,
                0,
                0,
                true,
                1,
                true,
                false,
                false,
                0,
                0,
                false,
                Duration.ofHours(2)));
        assertThat(verdict.rule()).isEqualTo("asked-for-person");
        assertThat(verdict.advice()).isEqualTo(Advice.TRANSFER);
    }

    private static Signals trouble(double frustration, int failed, int turn, int over) {
        return new Signals(
                Set.of(),
                "",
                1,
                frustration,
                0,
                failed,
                0,
                false,
                0,
                0,
                .5,
                null,
                0,
                0,
                false,
                0,
                false,
                false,
                false,
                turn,
                over,
                false,
                Duration.ofMinutes(4));
    }

    private static Signals with(Duration wait, @org.jspecify.annotations.Nullable Level clv) {
        return new Signals(
                Set.of(), "", 1, .2, 0, 0, 0, false, 0, 0, .5, clv, 0, 0, false, 0, false, false, false, 10, 0, false,
                wait);
    }
}
