package io.attune.understanding.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sentences that the lexicon was mended on: what it once heard it goes on hearing. */
class CuesHeardTest {
    private static Understander understander;

    @BeforeAll
    static void load() throws IOException {
        understander = OpenNlpUnderstander.load(Path.of("models"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void need_danger_haste_and_sarcasm_are_heard(Language language) throws IOException {
        List<String> missed = new ArrayList<>();
        for (String row : Files.readAllLines(Path.of("src/test/resources/cues/" + language.code() + ".tsv"))) {
            String kind = row.substring(0, row.indexOf('\t'));
            String text = row.substring(row.indexOf('\t') + 1);
            boolean heard = understander.understand(text, language).mood().cues().stream()
                    .anyMatch(cue -> cue.kind().equals(kind));
            if (!heard) {
                missed.add(row);
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(1);
    }
}
