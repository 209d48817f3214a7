package io.attune.aptitude;

/**
 * One pseudo-measurement of the latent aptitude.
 *
 * @param what for the agent, in English, such as {@code used a term of the trade unprompted: latency}
 * @param kind language, step, pace, repetition
 * @param z the value measured, logit scale
 * @param information its weight; for a step, ignored: a step is refitted with {@code difficulty} and {@code outcome}
 * @param difficulty of a step, logit scale; 0 otherwise
 * @param outcome of a step, 0..1; -1 for what is no step
 * @param seq the message it comes from
 */
public record Observation(
        String what, String kind, double z, double information, double difficulty, double outcome, long seq) {

    public static Observation of(String what, String kind, double z, double information, long seq) {
        return new Observation(what, kind, z, information, 0, -1, seq);
    }

    public static Observation step(String what, double difficulty, double outcome, long seq) {
        return new Observation(what, "step", 0, 0, difficulty, outcome, seq);
    }

    /** The same with a share of its weight. */
    Observation weighted(double share) {
        return new Observation(what, kind, z, information * share, difficulty, outcome, seq);
    }

    public boolean isStep() {
        return outcome >= 0;
    }
}
