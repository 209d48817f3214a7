package io.attune.assess;

import io.attune.aptitude.Observation;
import io.attune.aptitude.Willingness;
import io.attune.decision.StepOutcome;
import io.attune.message.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that the bot of a transcript gave, and how they ended. */
final class Steps {
    private @Nullable StepOutcome told;

    record Ended(@Nullable StepOutcome outcome, List<Observation> observations, List<Willingness> signs) {}

    /** @param outcome some systems write it with the step instead of with the answer */
    void given(String text, Language language, @Nullable StepOutcome outcome) {
        told = outcome;
    }

    Ended answered(Transcript.Turn turn, int seq) {
        StepOutcome outcome = turn.stepOutcome() == null ? told : turn.stepOutcome();
        told = null;
        if (outcome == null) {
            return new Ended(null, List.of(), List.of());
        }
        return switch (outcome) {
            case OK ->
                new Ended(
                        outcome,
                        List.of(Observation.step("completed a step", 0, 1, seq)),
                        List.of(new Willingness(Willingness.Sign.COMPLETED, "completed a step", seq)));
            case FAIL ->
                new Ended(
                        outcome,
                        List.of(Observation.step("did not get through a step", 0, 0, seq)),
                        List.of(new Willingness(Willingness.Sign.ACCEPTED, "tried a step", seq)));
            case REFUSE ->
                new Ended(
                        outcome, List.of(), List.of(new Willingness(Willingness.Sign.REFUSED, "declined a step", seq)));
        };
    }
}
