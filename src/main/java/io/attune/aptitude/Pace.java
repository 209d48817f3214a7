package io.attune.aptitude;

import io.attune.message.Compose;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the time of a step says (log-normal response times, van der Linden 2006): little, and only after the step succeeded,
 * net of reading and of typing, against the customer's own time for plain answers: who writes slowly is not slow. Fewer than
 * three timings say nothing, and a missing one is not slow.
 */
public final class Pace {
    private static final double WORDS_PER_SECOND = 3.5;
    private static final double CHARACTERS_PER_SECOND = 3.3;
    private static final double LONGEST_SECONDS = 600;
    /** A step takes so much longer than an answer, as a logarithm, and more by its difficulty. */
    private static final double STEP = 1.0;

    private static final double BY_DIFFICULTY = 0.25;
    private static final double SPREAD = 0.65;
    private static final double INFORMATION = 0.12;
    private static final int ENOUGH = 3;

    private Pace() {}

    /**
     * A message of the customer that answers one of ours.
     *
     * @param seconds from our message to theirs, less what reading and typing take; at least 1
     * @param step whether it told that a step was done
     */
    public record Reply(long seq, double seconds, boolean step) {
        /**
         * @param latencyMs from our message to theirs, ms
         * @return empty when there is no time, or none that tells anything
         */
        static Optional<Reply> of(
                long seq, @Nullable Long latencyMs, String prompt, String text, @Nullable Compose compose) {
            if (latencyMs == null || latencyMs <= 0) {
                return Optional.empty();
            }
            double typing = compose != null && compose.activeMs() != null
                    ? compose.activeMs() / 1000.0
                    : text.length() / CHARACTERS_PER_SECOND;
            double reading = prompt.isBlank() ? 0 : prompt.strip().split("\\s+").length / WORDS_PER_SECOND;
            double net = latencyMs / 1000.0 - typing - reading;
            return net > LONGEST_SECONDS ? Optional.empty() : Optional.of(new Reply(seq, Math.max(1, net), false));
        }

        Reply asStep() {
            return new Reply(seq, seconds, true);
        }
    }

    /**
     * @param replies those of the customer so far, with the one that {@code step} tells of
     * @param step an outcome
     */
    static Optional<Observation> observe(List<Reply> replies, Observation step) {
        Optional<Reply> done =
                replies.stream().filter(reply -> reply.seq == step.seq()).findFirst();
        List<Reply> plain = replies.stream()
                .filter(reply -> !reply.step && reply.seq != step.seq())
                .toList();
        if (done.isEmpty() || step.outcome() < 1 || replies.size() < ENOUGH || plain.isEmpty()) {
            return Optional.empty();
        }
        double own = plain.stream()
                .mapToDouble(reply -> Math.log(reply.seconds))
                .average()
                .orElse(0);
        double expected = own + STEP + BY_DIFFICULTY * step.difficulty();
        double surprise = (expected - Math.log(done.get().seconds)) / SPREAD;
        return Optional.of(Observation.of(
                "took " + Math.round(done.get().seconds) + " s for a step that succeeded",
                "pace",
                Math.clamp(surprise, -2, 2),
                INFORMATION,
                step.seq()));
    }
}
