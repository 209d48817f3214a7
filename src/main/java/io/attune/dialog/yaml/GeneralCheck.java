package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.GeneralTexts;
import io.attune.dialog.GeneralTexts.GeneralText;
import io.attune.dialog.GeneralTexts.Use;
import io.attune.dialog.Wording;
import io.attune.message.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the texts that belong to no dialog, over all files that have some: that each is one which the bot knows, and that none is
 * missing. A folder with none at all holds dialogs to be put beside some, and is not asked for them.
 */
final class GeneralCheck {
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** @param used which of the general texts it is */
    private record Place(GeneralText used, Wording wording, int line, Faults faults) {}

    /** One text of a file that belongs to all dialogs. */
    void add(String key, Wording wording, int line, Faults faults) {
        if (key.startsWith(GeneralTexts.INTENTS) || CommonTexts.isCommon(key)) {
            return;
        }
        Optional<GeneralText> used = GeneralTexts.of(key);
        used.ifPresent(text -> places.put(key, new Place(text, wording, line, faults)));
        if (used.isEmpty()) {
            unused(key, line, faults, names(GeneralTexts.all(), GeneralText::textKey), "no dialog and nothing else");
        }
    }

    /** What a dialog says in the place of a general text. */
    static void own(String key, int line, Faults faults) {
        List<String> sayable = names(
                GeneralTexts.all().stream()
                        .filter(text -> text.use() == Use.SAID)
                        .toList(),
                GeneralText::key);
        if (!sayable.contains(key)) {
            unused(key, line, faults, sayable, "nothing that is said in all dialogs is called so, and nobody");
        }
    }

    private static List<String> names(
            Collection<GeneralText> texts, java.util.function.Function<GeneralText, String> name) {
        return texts.stream().map(name).toList();
    }

    private static void unused(String key, int line, Faults faults, List<String> known, String nobody) {
        faults.add(
                line,
                FaultKind.UNUSED_GENERAL_TEXT,
                nobody + " uses the text '" + key + "'"
                        + Faults.nearest(key, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("; remove it"));
    }

    /** When every file was read. */
    void compare() {
        if (places.isEmpty()) {
            return;
        }
        GeneralTexts.all().stream()
                .filter(text -> text.needed() && !places.containsKey(text.textKey()))
                .forEach(text -> near(text.key())
                        .add(
                                1,
                                FaultKind.MISSING_GENERAL_TEXT,
                                "no file has the text '" + text.textKey() + "', which "
                                        + (text.use() == Use.WORDS ? "the bot looks for" : "all dialogs use")
                                        + "; add it here or in another file that belongs to all dialogs"));
        Stream.of(Language.values()).filter(this::isSpoken).forEach(this::complete);
    }

    /** The file with most texts of the same family. */
    private Faults near(String key) {
        String family = key.split("\\.", 2)[0];
        Map<Faults, Long> files = places.entrySet().stream()
                .collect(Collectors.groupingBy(
                        place -> place.getValue().faults(),
                        LinkedHashMap::new,
                        Collectors.summingLong(place -> place.getKey().startsWith(family + ".") ? 1 : 0)));
        return files.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private boolean isSpoken(Language language) {
        long written = places.values().stream()
                .filter(place -> place.wording().speaks(language))
                .count();
        return written * 2 > places.size();
    }

    /** Whoever is spoken to in a language is not told one sentence of it in another. */
    private void complete(Language language) {
        places.forEach((key, place) -> {
            if (!place.wording().speaks(language)) {
                place.faults()
                        .add(
                                place.line(),
                                FaultKind.MISSING_LANGUAGE,
                                "'" + key + "' has no text in '" + language.code() + "'; add it");
            }
        });
    }
}
