package io.attune.decision.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the handoff policy says.
 *
 * @param probability that the bot will not resolve this
 * @param threshold from which handing over costs less than going on
 * @param rule id of the hard rule that spoke; null when figures decided
 * @param code why, when it is not {@code CONTINUE}
 * @param sentence for the agent, in English; empty when it is {@code CONTINUE}
 * @param priority 0 for everyone; higher is served first
 * @param over turns in a row at or above the threshold, this one included; to be given back next time
 * @param reasons in order of weight
 * @param features what was looked at, by {@link Feature#id}, for fitting the weights later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        Advice advice,
        double probability,
        double threshold,
        @Nullable String rule,
        @Nullable ReasonCode code,
        String sentence,
        int priority,
        int over,
        List<Reason> reasons,
        Map<String, Double> features) {
    public Verdict {
        reasons = List.copyOf(reasons);
        features = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(features));
    }

    public enum Advice {
        CONTINUE,
        OFFER,
        TRANSFER;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
