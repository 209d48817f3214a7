package io.attune.understanding.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the utterances that the models were not trained on. */
class HeldOutCuesTest {
    /** What each cue that leads to a person may be found in. */
    private static final Map<String, Set<String>> WHERE = Map.of(
            "human", Set.of("human_request"),
            "distress", Set.of("account_transfer"),
            "medical", Set.of("accessibility_help"),
            "hardship", Set.of("payment_defer", "accessibility_help"),
            "legal", Set.of("complaint", "refund_request"));

    private static Understander understander;

    @BeforeAll
    static void load() throws IOException {
        understander = OpenNlpUnderstander.load(Path.of("models"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_person_is_heard_when_asked_for_and_hardly_ever_otherwise(Language language) throws IOException {
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        List<String> rows = Files.readAllLines(Path.of("models/heldout/" + language.code() + ".tsv"));
        int asked = 0;
        for (String row : rows) {
            String intent = row.substring(0, row.indexOf('\t'));
            Understanding meaning = understander.understand(row.substring(row.indexOf('\t') + 1), language);
            boolean asks = meaning.intent().equals("human_request");
            asked += intent.equals("human_request") ? 1 : 0;
            if (intent.equals("human_request") && !asks) {
                missed.add(row);
            }
            meaning.mood().cues().stream()
                    .filter(cue -> WHERE.containsKey(cue.kind())
                            && !WHERE.getOrDefault(cue.kind(), Set.of()).contains(intent))
                    .findFirst()
                    .ifPresent(cue -> wrong.add(cue + " in " + row));
        }
        assertThat(asked).isPositive();
        assertThat(missed).hasSizeLessThanOrEqualTo(1);
        assertThat(wrong).hasSizeLessThanOrEqualTo(rows.size() / 100);
    }
}
