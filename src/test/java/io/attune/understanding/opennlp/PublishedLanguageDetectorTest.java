package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

/** Why the product trains its own model of languages: the published one is larger, slower and more often wrong on chat. */
class PublishedLanguageDetectorTest {
    private static final Map<String, Language> CODES =
            Map.of("eng", Language.EN, "spa", Language.ES, "fra", Language.FR, "deu", Language.DE);

    @Test
    void our_own_is_right_more_often_even_when_its_prior_is_wrong() throws IOException {
        LanguageDetectorME published;
        try (InputStream model = getClass().getResourceAsStream("/langdetect-183.bin")) {
            published = new LanguageDetectorME(new LanguageDetectorModel(model));
        }
        OpenNlpUnderstander own = OpenNlpUnderstander.load(Path.of("models"));
        int byPublished = 0;
        int byOwn = 0;
        for (Language language : Language.values()) {
            Language wrongPrior = language == Language.EN ? Language.DE : Language.EN;
            for (Row row : Rows.read(Path.of("models/heldout", language.code() + ".tsv"))) {
                Language told = Arrays.stream(published.predictLanguages(row.text()))
                        .map(guess -> CODES.get(guess.getLang()))
                        .filter(known -> known != null)
                        .findFirst()
                        .orElseThrow();
                byPublished += told == language ? 1 : 0;
                byOwn += own.understand(row.text(), wrongPrior).language() == language ? 1 : 0;
            }
        }
        assertThat(byOwn).isGreaterThan(byPublished);
    }
}
