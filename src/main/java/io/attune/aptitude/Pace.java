package io.attune.aptitude;

import java.util.List;

/**
 * What the time of a step says (log-normal response times, van der Linden 2006): little, and only after the step succeeded,
 * net of reading and of own typing. Fewer than three timings say nothing, and a missing one is not slow.
 */
public final class Pace {
    private static final double WORDS_PER_SECOND = 3.5;
    private static final double LONGEST_SECONDS = 600;
    private static final double USUAL = Math.log(25);
    private static final double BY_DIFFICULTY = 0.25;
    private static final double SPREAD = 0.65;
    private static final double INFORMATION = 0.12;
    private static final int ENOUGH = 3;

    /**
     * A step that succeeded.
     *
     * @param latencyMs from the prompt to the answer, ms
     * @param promptWords words of the prompt
     * @param typedCharacters characters of the answer
     * @param charactersPerMinute the customer's own running typing speed
     * @param difficulty of the step, logit scale
     */
    public record Timing(
            long latencyMs,
            int promptWords,
            int typedCharacters,
            double charactersPerMinute,
            double difficulty,
            long seq) {
        double netSeconds() {
            return latencyMs / 1000.0
                    - promptWords / WORDS_PER_SECOND
                    - typedCharacters * 60.0 / Math.max(30, charactersPerMinute);
        }
    }

    private Pace() {}

    public static List<Observation> observe(List<Timing> timings) {
        if (timings.size() < ENOUGH) {
            return List.of();
        }
        return timings.stream()
                .filter(timing -> timing.netSeconds() < LONGEST_SECONDS)
                .map(timing -> {
                    double expected = USUAL + BY_DIFFICULTY * timing.difficulty();
                    double surprise = (expected - Math.log(Math.max(1, timing.netSeconds()))) / SPREAD;
                    return Observation.of(
                            "took " + Math.round(Math.max(1, timing.netSeconds())) + " s for a step that succeeded",
                            "pace",
                            Math.clamp(surprise, -2, 2),
                            INFORMATION,
                            timing.seq());
                })
                .toList();
    }
}
