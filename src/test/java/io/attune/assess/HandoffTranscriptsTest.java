package io.attune.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffTranscriptsTest {
    private static Assessor assessor;

    @BeforeAll
    static void load() throws IOException {
        assessor = HandoffScore.assessor();
    }

    @ParameterizedTest
    @CsvSource({
        "en, true",
        "es, true",
        "fr, true",
        "de, true",
        "later-en, true",
        "later-es, true",
        "later-fr, true",
        "later-de, true",
        "blind-en, true",
        "blind-es, true",
        "blind-fr, true",
        "blind-de, true",
        "en, false",
        "later-en, false"
    })
    void hands_over_where_a_supervisor_would(String language, boolean outcomes) throws IOException {
        var score = new HandoffScore(assessor);
        HandoffTranscripts.read(language, outcomes).forEach(score::add);
        assertThat(score.recall()).as("%s%n%s", score, score.mistakes).isGreaterThanOrEqualTo(.90);
        assertThat(score.precision()).as("%s%n%s", score, score.mistakes).isGreaterThanOrEqualTo(.90);
        assertThat(score.falseRate()).as("%s%n%s", score, score.mistakes).isLessThanOrEqualTo(.08);
    }
}
