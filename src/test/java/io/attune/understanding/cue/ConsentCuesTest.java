package io.attune.understanding.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What customers say of the use of their data; the sentences were written before the patterns. */
class ConsentCuesTest {
    private static CueBook cues;

    @BeforeAll
    static void load() throws IOException {
        cues = CueBook.load(Path.of("models/lexicon"));
    }

    private static List<String> kinds(String text, Language language) {
        return cues.find(text, Words.of(text), language).stream()
                .map(Mood.Cue::kind)
                .filter(CueKinds.CONSENT::contains)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_heard_as_what_was_said_and_nowhere_else(Language language) throws IOException {
        var wrong = new ArrayList<String>();
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/objections/" + language.code() + ".tsv"));
        for (String row : rows) {
            String kind = row.substring(0, row.indexOf('\t'));
            List<String> found = kinds(row.substring(row.indexOf('\t') + 1), language);
            boolean right = kind.equals("none") ? found.isEmpty() : found.contains(kind);
            if (!right) {
                wrong.add(found + " in " + row);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Everything else that customers write: only privacy, contract and advertising may touch it. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void is_not_heard_in_what_is_about_something_else(Language language) throws IOException {
        var wrong = new ArrayList<String>();
        for (String file : List.of("training", "heldout")) {
            for (String row : Files.readAllLines(Path.of("models/" + file + "/" + language.code() + ".tsv"))) {
                int tab = row.indexOf('\t');
                if (tab > 0 && !row.startsWith("privacy_data")) {
                    List<String> found = kinds(row.substring(tab + 1), language);
                    if (!found.isEmpty()) {
                        wrong.add(found + " in " + row);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void is_heard_in_a_language_other_than_the_one_spoken_so_far() {
        assertThat(kinds("no quiero que usen mis datos", Language.EN)).containsExactly(CueKinds.OBJECTS);
    }
}
