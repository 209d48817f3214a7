package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.decision.memory.Known;
import io.attune.decision.policy.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a stop of a path was the next, in the engine's own figures. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LensWhy.Cost.class, name = "cost"),
    @JsonSubTypes.Type(value = LensWhy.Policy.class, name = "policy"),
    @JsonSubTypes.Type(value = LensWhy.Led.class, name = "led"),
})
public sealed interface LensWhy {
    /**
     * It is expected to cost this customer least.
     *
     * @param options every step that was worth a look, cheapest first: the first is the one taken
     * @param causes how likely each is by now, likeliest first
     * @param known facts that need not be asked, and how each is known
     * @param tried remedies that were given before
     */
    record Cost(List<Option> options, List<Cause> causes, List<Fact> known, List<Tried> tried) implements LensWhy {
        public Cost {
            options = List.copyOf(options);
            causes = List.copyOf(causes);
            known = List.copyOf(known);
            tried = List.copyOf(tried);
        }
    }

    /**
     * The handoff policy wants a person.
     *
     * @param rule the hard rule that spoke; null where the figures did
     * @param probability that the assistant does not solve it
     * @param threshold from which a person is better
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Policy(@Nullable String rule, double probability, double threshold, String sentence, List<Reason> reasons)
            implements LensWhy {
        public Policy {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The script leads to it.
     *
     * @param how the answer, the condition or the outcome; empty for others
     */
    record Led(By by, String how) implements LensWhy {}

    enum By {
        START,
        /** the customer's answer to the step before */
        ANSWER,
        /** a condition of the step before holds, or none does where {@code how} is empty */
        CONDITION,
        /** what the provider's systems answered */
        OUTCOME,
        /** the step before asks for what is known already */
        KNOWN,
        /** the step before only says something */
        NEXT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param node as in the drawing; {@code person} for handing over
     * @param cost expected, to the end, in minutes of the customer's time
     * @param helps chance that the remedy helps this customer now; null for others
     * @param manages chance that this customer manages the remedy; null for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Option(
            String node,
            double cost,
            @Nullable Double helps,
            @Nullable Double manages) {}

    /** @param chance 0 to 1 */
    record Cause(String id, double chance) {}

    /** @param value one of the fact's, or {@code ?} where the customer could not tell */
    record Fact(String id, String value, Known.How how) {}

    /** @param open whether it may be offered again, as a measured fact changed since */
    record Tried(String id, boolean open) {}
}
