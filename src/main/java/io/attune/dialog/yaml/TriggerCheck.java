package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.PlainWords;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds the triggers of all dialogs against each other: a phrase that means two dialogs starts neither. */
final class TriggerCheck {
    /** Words that stand in any message, in the four languages. */
    private static final Set<String> PLAIN = Set.of(
            "a",
            "an",
            "and",
            "the",
            "my",
            "it",
            "is",
            "not",
            "no",
            "yes",
            "ok",
            "hello",
            "help",
            "please",
            "problem",
            "internet",
            "el",
            "la",
            "mi",
            "si",
            "y",
            "es",
            "hola",
            "ayuda",
            "por",
            "favor",
            "problema",
            "le",
            "les",
            "mon",
            "ma",
            "et",
            "oui",
            "non",
            "bonjour",
            "aide",
            "probleme",
            "der",
            "die",
            "das",
            "mein",
            "meine",
            "und",
            "ist",
            "nicht",
            "ja",
            "nein",
            "hallo",
            "hilfe",
            "bitte");

    /** As many words as may stand between two of a trigger's when a message is read. */
    private static final int GAP = 2;

    private final List<Trigger> triggers = new ArrayList<>();

    private record Trigger(
            String dialog, Language language, List<String> words, String text, int line, Faults faults) {}

    void add(String dialog, TextReader texts, Faults faults) {
        var wording = texts.texts().get("triggers");
        if (wording == null) {
            return;
        }
        wording.texts()
                .forEach((language, pitches) -> pitches.values()
                        .forEach(phrases -> phrases.forEach(phrase -> {
                            List<String> words = PlainWords.of(phrase);
                            int line = texts.line("triggers", phrase);
                            triggers.add(new Trigger(dialog, language, words, phrase, line, faults));
                            if (words.size() == 1
                                    && (words.getFirst().length() < 3 || PLAIN.contains(words.getFirst()))) {
                                faults.add(
                                        line,
                                        FaultKind.UNSAFE_TRIGGER,
                                        "'" + phrase
                                                + "' stands in messages about anything; let the trigger say what is meant");
                            }
                        })));
    }

    void compare() {
        for (Trigger one : triggers) {
            triggers.stream()
                    .filter(other -> other.language() == one.language()
                            && !other.dialog().equals(one.dialog())
                            && !other.words().isEmpty())
                    .filter(other -> stands(other.words(), one.words())
                            && (!one.words().equals(other.words())
                                    || one.dialog().compareTo(other.dialog()) > 0))
                    .findFirst()
                    .ifPresent(other -> one.faults()
                            .add(
                                    one.line(),
                                    FaultKind.OVERLAPPING_TRIGGERS,
                                    "who writes '" + one.text() + "' also writes '" + other.text() + "', which means '"
                                            + other.dialog() + "', so neither starts; change one"));
        }
    }

    /** Whether the words of a phrase stand in a text in their order, with at most {@link #GAP} others between two. */
    private static boolean stands(List<String> phrase, List<String> text) {
        for (int start = 0; start < text.size(); start++) {
            if (text.get(start).equals(phrase.getFirst()) && goesOn(phrase, text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(List<String> phrase, List<String> text, int start) {
        int at = start;
        for (String wanted : phrase.subList(1, phrase.size())) {
            int from = Math.min(text.size(), at + 1);
            int found =
                    text.subList(from, Math.min(text.size(), from + GAP + 1)).indexOf(wanted);
            if (found < 0) {
                return false;
            }
            at = from + found;
        }
        return true;
    }
}
