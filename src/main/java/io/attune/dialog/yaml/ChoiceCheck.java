package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.PlainWords;
import io.attune.dialog.Texts;
import io.attune.message.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the answers of one question: told apart by what they are called and by the words for them, short enough for a button. */
final class ChoiceCheck {
    private static final int BUTTON = 20;
    private final Faults faults;
    private final TextReader texts;
    private final Texts all;

    /** @param all the dialog's texts and the common ones */
    ChoiceCheck(Faults faults, TextReader texts, Texts all) {
        this.faults = faults;
        this.texts = texts;
        this.all = all;
    }

    void question(String key, List<String> answers) {
        for (Language language : Language.values()) {
            var titles = new HashMap<String, String>();
            var words = new HashMap<List<String>, String>();
            for (String answer : answers) {
                title(key + "." + answer, answer, language, titles);
                words(key + "." + answer + ".words", answer, language, words);
            }
        }
    }

    /** Labels that are not offered together. */
    void buttons(String key, List<String> names) {
        for (Language language : Language.values()) {
            for (String name : names) {
                WordingCheck.said(all, key + "." + name + ".title", language)
                        .forEach(title -> button(key + "." + name, title, language));
            }
        }
    }

    private void title(String key, String answer, Language language, Map<String, String> titles) {
        for (String title : WordingCheck.said(all, key + ".title", language)) {
            String other = titles.putIfAbsent(title.toLowerCase(Locale.ROOT), answer);
            if (other != null && !other.equals(answer) && isOwn(key + ".title")) {
                faults.add(
                        texts.line(key + ".title", title),
                        FaultKind.SAME_TITLE,
                        "'" + answer + "' and '" + other + "' are both called '" + title + "' in '" + language.code()
                                + "'; call one otherwise");
            }
            button(key, title, language);
        }
    }

    /** A channel with small buttons shows the short title, where there is one. */
    private void button(String key, String title, Language language) {
        if (title.length() > BUTTON
                && isOwn(key + ".title")
                && Placeholders.of(title).isEmpty()
                && WordingCheck.said(all, key + ".short", language).isEmpty()) {
            faults.add(
                    texts.line(key + ".title", title),
                    FaultKind.NO_SHORT_TITLE,
                    "'" + key + ".title' has " + title.length() + " characters in '" + language.code()
                            + "', and a button has " + BUTTON + "; add '" + key.substring(key.lastIndexOf('.') + 1)
                            + ".short'");
        }
    }

    private void words(String key, String answer, Language language, Map<List<String>, String> words) {
        for (String phrase : WordingCheck.said(all, key, language)) {
            String other = words.putIfAbsent(PlainWords.of(phrase), answer);
            if (other != null && !other.equals(answer) && isOwn(key)) {
                faults.add(
                        texts.line(key, phrase),
                        FaultKind.OVERLAPPING_WORDS,
                        "'" + phrase + "' stands for '" + answer + "' and for '" + other + "'; remove one");
            }
        }
    }

    /** What is written for several dialogs is checked where it stands. */
    private boolean isOwn(String key) {
        return texts.texts().containsKey(key);
    }
}
