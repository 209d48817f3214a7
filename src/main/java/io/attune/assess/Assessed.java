package io.attune.assess;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.aptitude.Estimates;
import io.attune.decision.policy.Reason;
import io.attune.decision.policy.Verdict;
import io.attune.understanding.Mood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transcript tells, a customer's turn each. */
public record Assessed(List<Turn> turns) {
    public Assessed {
        turns = List.copyOf(turns);
    }

    /** @param index into the turns of the transcript, bot turns counted */
    public record Turn(
            int index, String intent, Mood mood, Estimates.Aptitude aptitude, Enthusiasm enthusiasm, Handoff handoff) {}

    /** As in {@link Estimates.Enthusiasm}. */
    public record Enthusiasm(double mean, double low, double high) {
        static Enthusiasm of(Estimates.Enthusiasm estimate) {
            return new Enthusiasm(estimate.mean(), estimate.low(), estimate.high());
        }
    }

    /**
     * @param probability that the bot will not resolve this
     * @param threshold from which handing over costs less than going on
     * @param rule id of the hard rule that spoke; missing when figures decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Handoff(
            Verdict.Advice decision,
            double probability,
            double threshold,
            @Nullable String rule,
            List<Reason> reasons) {
        static Handoff of(Verdict verdict) {
            return new Handoff(
                    verdict.advice(), verdict.probability(), verdict.threshold(), verdict.rule(), verdict.reasons());
        }
    }
}
