package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.attune.message.Language;
import io.attune.understanding.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The utterances that the shipped models are made of and scored on. */
class UtterancesTest {
    private static final Path MODELS = Path.of("models");
    private static final int HELD_OUT = 5;

    @Test
    void no_held_out_utterance_stands_in_training() throws IOException {
        Map<String, String> trained = new HashMap<>();
        for (Language language : Language.values()) {
            training(language).forEach(row -> trained.put(words(row), row.source()));
        }
        List<String> leaked = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Row row : heldOut(language)) {
                String where = trained.get(words(row));
                if (where != null && where.contains("/" + language.code() + ".tsv")) {
                    leaked.add(row.source() + " stands in " + where);
                }
            }
        }
        assertThat(leaked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothing_is_repeated_or_contradicted(Language language) throws IOException {
        assertThat(RowFaults.of(training(language))).isEmpty();
        assertThat(RowFaults.of(heldOut(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_intent_has_enough_utterances_and_no_other_is_named(Language language) throws IOException {
        Set<String> intents = intents();
        Map<String, Long> training = counts(training(language));
        Map<String, Long> heldOut = counts(heldOut(language));
        int enough = language == Language.EN ? 40 : 20;
        assertThat(training.keySet()).isEqualTo(intents);
        assertThat(heldOut.keySet()).isEqualTo(intents);
        assertThat(training)
                .allSatisfy((intent, rows) -> assertThat(rows).as(intent).isGreaterThanOrEqualTo(enough));
        assertThat(heldOut)
                .allSatisfy((intent, rows) -> assertThat(rows).as(intent).isGreaterThanOrEqualTo(HELD_OUT));
    }

    @Test
    void every_file_is_read_without_fault() throws IOException {
        for (Path file : ModelTraining.sources(MODELS)) {
            assertThatCode(() -> Rows.read(file)).doesNotThrowAnyException();
        }
    }

    private static List<Row> training(Language language) throws IOException {
        return Rows.read(MODELS.resolve("training/" + language.code() + ".tsv"));
    }

    private static List<Row> heldOut(Language language) throws IOException {
        return Rows.readAll(Stream.of("", "-2")
                .map(suffix -> MODELS.resolve("heldout/" + language.code() + suffix + ".tsv"))
                .toList());
    }

    private static Set<String> intents() throws IOException {
        return Files.readAllLines(MODELS.resolve("intents.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> counts(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::label, Collectors.counting()));
    }

    /** Without capitals, accents and punctuation; what is nothing but punctuation stays as it is. */
    private static String words(Row row) {
        String words =
                Folding.fold(row.text()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty() ? row.text().strip() : words;
    }
}
