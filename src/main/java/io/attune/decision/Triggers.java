package io.attune.decision;

import io.attune.dialog.Dialog;
import java.util.List;
import java.util.Optional;

/**
 * Phrases by which a care designer says that a dialog is meant, such as "slow internet". Its words must stand in the message in
 * this order, at most {@link #GAP} other words between two of them.
 */
final class Triggers {
    private static final int GAP = 2;

    private Triggers() {}

    /** The intent of the one dialog that is triggered; empty where none is, or several are. */
    static Optional<String> intent(String text, Situation situation) {
        List<String> words = Words.of(text);
        List<Dialog> meant = situation.dialogs().inOrder().stream()
                .filter(dialog -> !dialog.intents().isEmpty())
                .filter(dialog -> Speech.phrases(dialog.texts(), "triggers", situation).stream()
                        .anyMatch(phrase -> stands(phrase, words)))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst().intents().getFirst()) : Optional.empty();
    }

    private static boolean stands(List<String> phrase, List<String> words) {
        for (int start = 0; start < words.size() && !phrase.isEmpty(); start++) {
            if (words.get(start).equals(phrase.getFirst()) && goesOn(phrase, words, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(List<String> phrase, List<String> words, int start) {
        int at = start;
        for (String wanted : phrase.subList(1, phrase.size())) {
            int from = at + 1;
            int to = Math.min(words.size(), from + GAP + 1);
            int found = from < to ? words.subList(from, to).indexOf(wanted) : -1;
            if (found < 0) {
                return false;
            }
            at = from + found;
        }
        return true;
    }
}
