package io.attune.assess;

import io.attune.aptitude.Listener;
import io.attune.aptitude.Observation;
import io.attune.aptitude.Said;
import io.attune.aptitude.Willingness;
import io.attune.decision.StepOutcome;
import io.attune.message.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that the bot of a transcript gave, and how they ended. */
final class Steps {
    private final Listener listener;
    private @Nullable StepOutcome told;
    private double difficulty;

    Steps(Listener listener) {
        this.listener = listener;
    }

    /** @param difficulty of the step, logit scale */
    record Ended(
            @Nullable StepOutcome outcome,
            double difficulty,
            List<Observation> observations,
            List<Willingness> signs) {}

    /** @param outcome some systems write it with the step instead of with the answer */
    void given(String text, Language language, @Nullable StepOutcome outcome) {
        told = outcome;
        difficulty = listener.difficulty(text, language);
    }

    Ended answered(Transcript.Turn turn, Said said) {
        long seq = said.seq();
        StepOutcome outcome = turn.stepOutcome() == null ? told : turn.stepOutcome();
        told = null;
        if (outcome == null) {
            return new Ended(null, 0, List.of(), List.of());
        }
        return switch (outcome) {
            case OK ->
                ended(
                        outcome,
                        List.of(Observation.step("completed a step", difficulty, 1, seq)),
                        Willingness.Sign.COMPLETED,
                        "completed a step",
                        seq);
            case FAIL ->
                // Done in vain says nothing of whether they are able.
                ended(
                        outcome,
                        listener.isDone(said)
                                ? List.of()
                                : List.of(Observation.step("did not get through a step", difficulty, 0, seq)),
                        Willingness.Sign.ACCEPTED,
                        "tried a step",
                        seq);
            case REFUSE -> ended(outcome, List.of(), Willingness.Sign.REFUSED, "declined a step", seq);
        };
    }

    private Ended ended(
            StepOutcome outcome, List<Observation> observations, Willingness.Sign sign, String what, long seq) {
        return new Ended(outcome, difficulty, observations, List.of(new Willingness(sign, what, seq)));
    }
}
