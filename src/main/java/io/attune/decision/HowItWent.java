package io.attune.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a short reply says of the step in hand, by its own words: "done" is not "it works", "ok" is neither, and what "stopped again"
 * does not work, whatever it sounds like as a whole.
 */
enum HowItWent {
    /** It was carried out; what came of it is not told. */
    DID,
    /** The customer will do it. */
    ASSENT,
    WORKS,
    SAME,
    TRIED_BEFORE,
    YES,
    NO,
    UNSURE,
    /** Says nothing of a step. */
    NOTHING;

    /** @param intent as the whole message was understood, such as {@code it_worked} */
    static HowItWent of(Situation situation, String intent) {
        return switch (intent) {
            case "it_worked" -> isWorse(situation) ? SAME : says(situation, "did") && !works(situation) ? DID : WORKS;
            case "still_broken" -> SAME;
            case "already_tried" -> says(situation, "before") ? TRIED_BEFORE : says(situation, "still") ? SAME : DID;
            case "affirm" -> Spoken.isAll(situation, "words.assent") ? ASSENT : YES;
            case "deny" -> NO;
            case "dont_know" -> UNSURE;
            default -> NOTHING;
        };
    }

    /** Whether what sounds like "it works" says that it broke, and not that it was broken before. */
    static boolean isWorse(Situation situation) {
        return says(situation, "worse") && !works(situation);
    }

    private static boolean works(Situation situation) {
        List<List<String>> works = phrases(situation, "works");
        return situation.heard().stream()
                .map(heard -> without(Words.of(heard.text()), phrases(situation, "worse")))
                .anyMatch(words -> works.stream().anyMatch(phrase -> Words.says(words, phrase)));
    }

    /** The words outside of these phrases: "working" is not said by "stopped working". */
    private static List<String> without(List<String> words, List<List<String>> phrases) {
        var left = new ArrayList<>(words);
        for (List<String> phrase : phrases) {
            int at = Collections.indexOfSubList(left, phrase);
            if (at >= 0) {
                left.subList(at, at + phrase.size()).clear();
            }
        }
        return left;
    }

    private static boolean says(Situation situation, String kind) {
        return situation.heard().stream().anyMatch(heard -> Spoken.says(heard, "words." + kind, situation));
    }

    private static List<List<String>> phrases(Situation situation, String kind) {
        return Speech.phrases(situation.dialogs().talk(), "words." + kind, situation);
    }
}
