package io.attune.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Set phrases that steer a talk, such as "go back" or "the third one": kept with the texts, so that a care team can add to them. */
final class Spoken {
    private static final List<String> CONTROL =
            List.of("cancel_topic", "go_back", "repeat", "explain", "promised", "continue");
    private static final int PLACES = 5;

    private Spoken() {}

    /** The word of control that the whole message is; only where there is a topic to steer. */
    static Optional<Act> control(Heard heard, Situation situation) {
        if (situation.memory().topics().isEmpty()
                && situation.memory().promises().isEmpty()) {
            return Optional.empty();
        }
        return CONTROL.stream()
                .filter(name -> isWhole(heard, "words.control." + name, situation))
                .<Act>map(Act.Says::new)
                .findFirst();
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

    /** Whether the message begins with one of the phrases. */
    static boolean begins(Heard heard, String key, Situation situation) {
        List<String> words = Words.of(heard.text());
        return phrases(key, situation).stream()
                .anyMatch(phrase -> words.size() >= phrase.size()
                        && words.subList(0, phrase.size()).equals(phrase));
    }

    static boolean says(Heard heard, String key, Situation situation) {
        List<String> words = Words.of(heard.text());
        return phrases(key, situation).stream().anyMatch(phrase -> Words.says(words, phrase));
    }

    /** Whether the message is one of the phrases, "please" aside. */
    private static boolean isWhole(Heard heard, String key, Situation situation) {
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
