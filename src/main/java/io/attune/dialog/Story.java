package io.attune.dialog;

import io.attune.message.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation test, as a care designer writes it.
 *
 * @param file where it stands, and {@code line}, from 1
 * @param given what is so before it begins
 */
public record Story(String file, int line, String title, Given given, List<Turn> turns) {
    public Story {
        turns = List.copyOf(turns);
    }

    /**
     * @param line readings of the diagnosis
     * @param profile fields of the profile; unknown names are circumstances
     * @param aptitude low, mid, high or unknown
     * @param enthusiasm 0..1
     * @param agents agents online
     * @param calls what the provider's systems answer, by the name of the call; nothing when they do not
     */
    public record Given(
            Language language,
            Map<String, String> line,
            Map<String, String> profile,
            String aptitude,
            double enthusiasm,
            int agents,
            Duration queueWait,
            List<Past> history,
            Map<String, Called> calls) {
        public Given {
            calls = Map.copyOf(calls);
            history = List.copyOf(history);
        }

        /** The same for another customer. */
        public Given as(Language other, String otherAptitude) {
            return new Given(other, line, profile, otherAptitude, enthusiasm, agents, queueWait, history, calls);
        }
    }

    /**
     * What stands in a story once, or in each language that it is told in.
     *
     * @param any for every language
     * @param by for one language alone
     */
    public record Words(List<String> any, Map<Language, List<String>> by) {
        public static final Words NONE = new Words(List.of(), Map.of());

        public Words {
            any = List.copyOf(any);
            by = Map.copyOf(by);
        }

        public List<String> in(Language language) {
            return Stream.concat(any.stream(), by.getOrDefault(language, List.of()).stream())
                    .toList();
        }
    }

    /**
     * What the provider's systems answer to a call.
     *
     * @param outcome {@link #NO_ANSWER} when they are out of reach or break
     * @param values what comes with the outcome
     * @param after how long they take
     */
    public record Called(String outcome, Map<String, String> values, Duration after) {
        public static final String NO_ANSWER = "no answer";

        public Called {
            values = Map.copyOf(values);
        }
    }

    /** @param daysAgo before the story begins */
    public record Past(
            double daysAgo,
            String intent,
            @Nullable String remedy,
            @Nullable String outcome,
            @Nullable String diagnosis) {}

    public sealed interface Turn {
        /** The bot greets. */
        record Greet(Expected expected) implements Turn {}

        /**
         * @param intent what it means; null to let the models read it
         * @param mood how the customer seems to feel where the intent is given; null for nothing in particular
         * @param times how often the customer sends it before the bot answers
         */
        record Says(
                Words words,
                @Nullable String intent,
                @Nullable Feeling mood,
                int times,
                Expected expected) implements Turn {
            public String text(Language language) {
                return String.join(" ", words.in(language));
            }
        }

        /** The channel delivers the customer's last message once more, under the same id. */
        record Again() implements Turn {}

        /** @param choice title, id or name of a choice that is on offer; its name is the id's last part */
        record Picks(String choice, Expected expected) implements Turn {}

        /**
         * Time passes.
         *
         * @param expected of the last that the bot says meanwhile
         */
        record Waits(Duration time, Expected expected) implements Turn {}

        /** The line changes. */
        record Line(Map<String, String> readings) implements Turn {}

        /** The line tests fail or take too long: nothing is known of the line any more. */
        record LineUnknown() implements Turn {}

        /** The provider's systems answer differently from here on. */
        record Calls(Map<String, Called> calls) implements Turn {
            public Calls {
                calls = Map.copyOf(calls);
            }
        }
    }

    /**
     * What must come. A part that is missing is not looked at.
     *
     * @param values kind, dialog, remedy, step, handoff (its reason code, or none), rule, language
     * @param facts what must be known by then, by fact or by form field, of the dialog in hand
     * @param says each must stand in the answer
     * @param silent none may stand in it
     * @param texts keys of texts that must be in the answer, as they are worded for this customer
     * @param choices titles, ids or names that must be on offer
     * @param line where it stands, from 1
     */
    public record Expected(
            Map<String, String> values,
            Map<String, String> facts,
            Words says,
            Words silent,
            List<String> texts,
            List<String> choices,
            int line) {
        public static final Expected NOTHING =
                new Expected(Map.of(), Map.of(), Words.NONE, Words.NONE, List.of(), List.of(), 0);

        public Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}
