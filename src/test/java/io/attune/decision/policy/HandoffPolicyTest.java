package io.attune.decision.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.customer.Level;
import io.attune.decision.policy.HandoffSettings.Costs;
import io.attune.decision.policy.Signals.Course;
import io.attune.decision.policy.Signals.Customer;
import io.attune.decision.policy.Signals.Message;
import io.attune.decision.policy.Verdict.Advice;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HandoffPolicyTest {
    private final HandoffPolicy policy = new HandoffPolicy(HandoffSettings.DEFAULT);

    @Test
    void goes_on_when_nothing_is_amiss() {
        Verdict verdict = policy.judge(Signals.NEUTRAL);
        assertThat(verdict.advice()).isEqualTo(Advice.CONTINUE);
        assertThat(verdict.rule()).isNull();
        assertThat(verdict.probability()).isBetween(.02, .2);
    }

    @Test
    void two_failed_steps_alone_are_not_enough_and_with_anger_they_are() {
        assertThat(policy.judge(trouble(0, 2, 3)).advice()).isNotEqualTo(Advice.TRANSFER);
        Verdict angry = policy.judge(trouble(.7, 2, 3));
        assertThat(angry.advice()).isEqualTo(Advice.TRANSFER);
        assertThat(angry.code()).isIn(ReasonCode.FRUSTRATION, ReasonCode.REPEATED_FAILURE);
        assertThat(angry.reasons()).extracting(Reason::what).contains("failed steps", "would change it");
    }

    @Test
    void the_threshold_rises_with_the_wait_and_falls_with_the_stakes() {
        double usual = at(Duration.ofMinutes(2), null).threshold();
        assertThat(at(Duration.ofMinutes(15), null).threshold()).isGreaterThan(usual);
        assertThat(at(Duration.ofMinutes(2), Level.HIGH).threshold()).isLessThan(usual);
        assertThat(at(Duration.ofMinutes(2), Level.LOW).threshold()).isGreaterThan(usual);
    }

    @Test
    void a_declined_offer_raises_the_threshold_for_a_while() {
        Course before = new Course(3, 0, 0, 0, 0, false, 0, 0, false, false, 0, false);
        Course after = new Course(3, 0, 0, 0, 0, false, 0, 0, false, false, 0, true);
        assertThat(policy.judge(with(after)).threshold())
                .isGreaterThan(policy.judge(with(before)).threshold() + .05);
    }

    @ParameterizedTest
    @CsvSource({
        "human,asked-for-person",
        "distress,safety",
        "medical,safety",
        "hardship,hardship",
        "legal,legal",
    })
    void words_that_a_person_must_hear_go_to_a_person_whatever_the_figures_say(String cue, String rule) {
        Verdict verdict = policy.judge(saying(cue, Customer.NEUTRAL));
        assertThat(verdict.advice()).isEqualTo(Advice.TRANSFER);
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.sentence()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void a_threat_to_leave_counts_for_customers_of_high_value(Level value) {
        Customer likely = new Customer(1, 0, .55, value, .6, false, false);
        String rule = policy.judge(saying("leaving", likely)).rule();
        assertThat(rule).isEqualTo(value == Level.HIGH ? "leaving" : null);
    }

    @Test
    void a_loyal_customer_of_high_value_is_not_handed_over_for_asking_about_leaving() {
        Customer loyal = new Customer(1, 0, .55, Level.HIGH, .1, false, false);
        assertThat(policy.judge(saying("leaving", loyal)).rule()).isNull();
    }

    @Test
    void saying_the_same_to_a_customer_who_objects_is_a_failure() {
        Course loop = new Course(3, 0, 0, 0, 0, true, 0, 0, false, false, 0, false);
        assertThat(policy.judge(with(loop)).rule()).isNull();
        Message objects = new Message(Set.of("already"), "", false, .2, 0, false, false);
        Signals signals = new Signals(objects, loop, Customer.NEUTRAL, Duration.ZERO);
        assertThat(policy.judge(signals).rule()).isEqualTo("no-progress");
    }

    @Test
    void the_same_signals_give_the_same_verdict() {
        assertThat(policy.judge(trouble(.4, 1, 4))).isEqualTo(policy.judge(trouble(.4, 1, 4)));
    }

    @Test
    void settings_that_cannot_be_are_refused_all_at_once() {
        HandoffSettings fine = HandoffSettings.DEFAULT;
        Costs upsideDown = new Costs(4, -1, .2, .6, 3, 2, 1, 4);
        assertThatThrownBy(() -> new HandoffPolicy(
                        new HandoffSettings(fine.rules(), fine.weights(), upsideDown, fine.course(), fine.margins())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("costs.wait-minute must not be below 0")
                .hasMessageContaining("must rise");
    }

    private Verdict at(Duration wait, @Nullable Level value) {
        Course third = new Course(3, 0, 0, 0, 0, false, 0, 0, false, false, 0, false);
        return policy.judge(new Signals(Message.NEUTRAL, third, new Customer(1, 0, .55, value, null, false, false), wait));
    }

    private static Signals trouble(double frustration, int failed, int turn) {
        return new Signals(
                new Message(Set.of(), "", false, frustration, 0, false, false),
                new Course(turn, .4 * frustration, 0, failed, 0, false, 0, 0, false, false, 0, false),
                Customer.NEUTRAL,
                Duration.ZERO);
    }

    private static Signals with(Course course) {
        return new Signals(Message.NEUTRAL, course, Customer.NEUTRAL, Duration.ZERO);
    }

    private static Signals saying(String cue, Customer customer) {
        return new Signals(
                new Message(Set.of(cue), "", false, 0, 0, false, false), Course.NEUTRAL, customer, Duration.ZERO);
    }
}
