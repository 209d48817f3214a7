package io.attune.dialog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dialog of scripted steps with branches.
 *
 * @param start the step that it begins with
 * @param steps by id
 */
public record Flow(String id, List<String> intents, Texts texts, String start, Map<String, Step> steps)
        implements Dialog {
    public Flow {
        intents = List.copyOf(intents);
        steps = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(steps));
    }

    public Optional<Step> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    public sealed interface Step {
        /** Says the step's text and goes on. */
        record Say(String next) implements Step {}

        /** Says the step's text and waits for one of the answers. */
        record Ask(List<Answer> answers) implements Step {
            public Ask {
                answers = List.copyOf(answers);
            }
        }

        /** Goes the way of the first branch that applies. */
        record Branch(List<Way> ways) implements Step {
            public Branch {
                ways = List.copyOf(ways);
            }
        }

        /** Says the step's text and ends the dialog. {@code resolved}: the customer has what they came for. */
        record End(boolean resolved) implements Step {}

        /** Says the step's text and hands over to an agent. */
        record HandOver() implements Step {}
    }

    /** @param next a step */
    public record Answer(String id, String next) {}

    /**
     * @param value the name of what is looked at, such as {@code bill.reason}
     * @param next a step
     */
    public record Way(String value, Condition when, String next) {}
}
