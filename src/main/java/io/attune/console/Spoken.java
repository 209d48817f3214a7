package io.attune.console;

import io.attune.dialog.Texts;
import io.attune.message.Language;
import java.util.Arrays;
import java.util.List;

/**
 * How far a dialog's texts are written in one language.
 *
 * @param texts how many are
 * @param missing names of those that are not; the customer reads English there
 */
record Spoken(Language language, int texts, List<String> missing) {
    static List<Spoken> of(Texts texts) {
        return Arrays.stream(Language.values())
                .map(language -> of(texts, language))
                .toList();
    }

    private static Spoken of(Texts texts, Language language) {
        List<String> missing = texts.byKey().entrySet().stream()
                .filter(text -> !text.getValue().speaks(language))
                .map(text -> text.getKey())
                .sorted()
                .toList();
        return new Spoken(language, texts.byKey().size() - missing.size(), missing);
    }
}
