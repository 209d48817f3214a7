package io.attune.dialog;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Whether the second step can come after the first. */
    public boolean leads(String from, String to) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (String next : nexts(open.poll())) {
                if (next.equals(to)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    private List<String> nexts(String name) {
        return switch (steps.get(name)) {
            case Step.Say(String next) -> List.of(next);
            case Step.Ask ask -> ask.answers().stream().map(Answer::next).toList();
            case Step.Fill fill -> List.of(fill.next());
            case Step.Call call ->
                Stream.concat(call.ways().values().stream(), Stream.of(call.otherwise()))
                        .toList();
            case Step.Branch branch -> branch.ways().stream().map(Way::next).toList();
            case Step.End end -> List.of();
            case Step.HandOver person -> List.of();
            case null -> List.of();
        };
    }

    /** What a value must be like. */
    public enum Form {
        DATE,
        TIME,
        AMOUNT,
        NUMBER,
        PHONE,
        EMAIL,
        POSTCODE,
        /** the customer's own words, whatever they are */
        TEXT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public sealed interface Step {
        /** Says the step's text and goes on. */
        record Say(String next) implements Step {}

        /**
         * Says the step's text and waits for one of the answers.
         *
         * @param as the name that the answer is kept under, as {@code {form.NAME}}; null when it is not
         */
        record Ask(List<Answer> answers, @Nullable String as) implements Step {
            public Ask {
                answers = List.copyOf(answers);
            }
        }

        /**
         * Says the step's text and waits for a value, which is not asked for when it was told already.
         *
         * @param as the name that it is kept under, as {@code {form.NAME}}
         */
        record Fill(Form form, String as, String next) implements Step {}

        /**
         * Has an errand done by the provider's systems and goes the way of its outcome.
         *
         * @param with names of values to send along
         * @param ways the next step by outcome
         * @param otherwise the next step for every other outcome
         */
        record Call(String name, List<String> with, Map<String, String> ways, String otherwise) implements Step {
            public Call {
                with = List.copyOf(with);
                ways = Map.copyOf(ways);
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
