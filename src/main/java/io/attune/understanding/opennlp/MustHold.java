package io.attune.understanding.opennlp;

import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of {@code models/must-hold.tsv}, {@code language<TAB>intent<TAB>text}: models that do not answer each of them
 * so are not taken into use, whatever their score.
 */
final class MustHold {
    static final String FILE = "must-hold.tsv";

    private static final String REMEDY =
            "add training sentences and train again, or change the line if it is no longer what is wanted";

    private MustHold() {}

    /** What does not hold. Without the file nothing is asked. */
    static List<ModelsRefused.Fault> faults(Path models, Understander understander) throws IOException {
        Path file = models.resolve(FILE);
        List<ModelsRefused.Fault> faults = new ArrayList<>();
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                String wrong = wrong(lines.get(i).split("\t", -1), understander);
                if (!wrong.isEmpty()) {
                    faults.add(new ModelsRefused.Fault(FILE + ":" + (i + 1), wrong, REMEDY));
                }
            }
        }
        return faults;
    }

    private static String wrong(String[] line, Understander understander) {
        var language = line.length == 3 ? Language.ofTag(line[0]) : java.util.Optional.<Language>empty();
        if (language.isEmpty() || line[1].isBlank() || line[2].isBlank()) {
            return "expected a language, a tab, an intent, a tab and a text";
        }
        Understanding told = understander.understand(line[2], language.get());
        double sum = told.ranking().stream()
                .mapToDouble(Understanding.RankedIntent::confidence)
                .sum();
        if (!(sum >= 0 && sum <= 1 + 1e-6)) {
            return "the confidences for \"" + line[2] + "\" add up to " + sum;
        }
        return told.intent().equals(line[1]) && told.language() == language.get()
                ? ""
                : "\"%s\" is taken for %s in %s, not for %s"
                        .formatted(line[2], told.intent(), told.language().code(), line[1]);
    }
}
