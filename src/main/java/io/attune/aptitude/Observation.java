package io.attune.aptitude;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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
 * @param domain the field in which it was seen; null where it tells of no field in particular
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observation(
        String what,
        String kind,
        double z,
        double information,
        double difficulty,
        double outcome,
        long seq,
        @Nullable Domain domain) {

    public static Observation of(String what, String kind, double z, double information, long seq) {
        return new Observation(what, kind, z, information, 0, -1, seq, null);
    }

    public static Observation step(String what, double difficulty, double outcome, long seq) {
        return new Observation(what, "step", 0, 0, difficulty, outcome, seq, null);
    }

    /** The same with a share of its weight. */
    Observation weighted(double share) {
        return new Observation(what, kind, z, information * share, difficulty, outcome, seq, domain);
    }

    /** The same, seen in this field; what has one already keeps it. */
    public Observation in(@Nullable Domain field) {
        return field == null || domain != null
                ? this
                : new Observation(what, kind, z, information, difficulty, outcome, seq, field);
    }

    public boolean isStep() {
        return outcome >= 0;
    }
}
