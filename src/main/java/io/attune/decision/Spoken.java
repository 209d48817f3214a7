package io.attune.decision;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Set phrases that steer a talk, such as "go back" or "the third one": kept with the texts, so that a care team can add to them. */
final class Spoken {
    private static final List<String> CONTROL =
            List.of("cancel_topic", "go_back", "repeat", "explain", "promised", "continue");
    private static final int PLACES = 5;
    private static final int BEFORE = 2;

    private Spoken() {}

    /** The word of control that the whole message is; only where there is a topic to steer. */
    static Optional<Act> control(Heard heard, Situation situation) {
        if (situation.memory().topics().isEmpty()
                && situation.memory().promises().isEmpty()) {
            return Optional.empty();
        }
        return CONTROL.stream()
                .filter(name -> isWhole(heard, "words.control." + name, situation))
                .findFirst()
                .or(() -> isWhole(heard, "words.why", situation) ? Optional.of("explain") : Optional.empty())
                .or(() -> isWhole(heard, "words.assent", situation) ? Optional.of("affirm") : Optional.empty())
                .map(Act.Says::new);
    }

    /** "The third one": its place from 1 among so many choices. */
    static Optional<Integer> place(Heard heard, int choices, Situation situation) {
        if (choices > 0 && isWhole(heard, "words.place.last", situation)) {
            return Optional.of(choices);
        }
        return IntStream.rangeClosed(1, Math.min(PLACES, choices))
                .filter(place -> isWhole(heard, "words.place." + place, situation))
                .boxed()
                .findFirst();
    }

    /** Whether the message begins with one of the phrases; one of several words may come after a word or two, as in "no, sorry, I meant". */
    static boolean begins(Heard heard, String key, Situation situation) {
        List<String> words = Words.of(heard.text());
        return phrases(key, situation).stream().anyMatch(phrase -> {
            int at = Collections.indexOfSubList(words, phrase);
            return at == 0 || at > 0 && at <= BEFORE && phrase.size() > 1;
        });
    }

    static boolean says(Heard heard, String key, Situation situation) {
        List<String> words = Words.of(heard.text());
        return phrases(key, situation).stream().anyMatch(phrase -> Words.says(words, phrase));
    }

    /** Whether one of the phrases stands in the message with a "not" before it, and nowhere without. */
    static boolean denies(Heard heard, String key, Situation situation) {
        List<String> words = Words.of(heard.text());
        return phrases(key, situation).stream()
                .anyMatch(phrase -> Collections.indexOfSubList(words, phrase) >= 0 && !Words.says(words, phrase));
    }

    /** Whether each of the messages is one of the phrases, and nothing was picked. */
    static boolean isAll(Situation situation, String key) {
        return situation.heard().stream().allMatch(heard -> heard.choiceId() == null && isWhole(heard, key, situation));
    }

    /** Whether the message is one of the phrases, "please" aside. */
    static boolean isWhole(Heard heard, String key, Situation situation) {
        List<String> polite =
                phrases("words.polite", situation).stream().map(List::getFirst).toList();
        List<String> words = Words.of(heard.text()).stream()
                .filter(word -> !polite.contains(word))
                .toList();
        return phrases(key, situation).stream().anyMatch(words::equals);
    }

    private static List<List<String>> phrases(String key, Situation situation) {
        return Speech.phrases(situation.dialogs().talk(), key, situation);
    }
}
