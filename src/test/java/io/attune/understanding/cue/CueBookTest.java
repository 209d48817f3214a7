package io.attune.understanding.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CueBookTest {
    @TempDir
    private Path folder;

    private CueBook book(String... lines) throws IOException {
        for (Language language : Language.values()) {
            Files.writeString(folder.resolve("cues-" + language.code() + ".tsv"), "");
            Files.writeString(folder.resolve("consent-" + language.code() + ".tsv"), "");
        }
        Files.writeString(folder.resolve("cues-en.tsv"), String.join("\n", lines) + "\n");
        return CueBook.load(folder);
    }

    private static List<Mood.Cue> found(CueBook book, String text) {
        return book.find(text, Words.of(text), Language.EN);
    }

    @Test
    void the_shipped_books_have_no_fault() throws IOException {
        CueBook shipped = CueBook.load(Path.of("models/lexicon"));
        String text = "This is ridiculous, I want to speak to a person";
        assertThat(found(shipped, text)).contains(new Mood.Cue("anger", "ridiculous"));
        assertThat(shipped.requests(text, Words.of(text)).cues())
                .contains(new Mood.Cue("human", "want to speak to a person"));
    }

    @Test
    void choices_options_classes_and_gaps_are_read() throws IOException {
        CueBook book =
                book("@who\tperson|human being", "upset\t(lost|missed) my [dear old] @who", "anger\tsick ** you");
        assertThat(found(book, "I lost my human being")).containsExactly(new Mood.Cue("upset", "lost my human being"));
        assertThat(found(book, "missed my dear old person")).hasSize(1);
        assertThat(found(book, "missed my old person")).isEmpty();
        assertThat(found(book, "sick you")).hasSize(1);
        assertThat(found(book, "sick and tired of you")).hasSize(1);
        assertThat(found(book, "sick and tired of all of you")).isEmpty();
        assertThat(found(book, "I was sick. And you?")).as("another sentence").isEmpty();
    }

    @Test
    void small_misspellings_are_heard_but_not_of_short_words_alone() throws IOException {
        CueBook book = book("anger\tridiculous", "upset\ttears", "upset\tin great tears");
        assertThat(found(book, "ridiculos")).hasSize(1);
        assertThat(found(book, "tars")).isEmpty();
        assertThat(found(book, "in graet tears")).hasSize(1);
    }

    @Test
    void words_that_are_taken_back_do_not_count() throws IOException {
        CueBook book = book("anger\tfurious", "-anger\twas [so] furious");
        assertThat(found(book, "I was so furious last year")).isEmpty();
        assertThat(found(book, "I was so furious, now I am furious")).hasSize(1);
    }

    @Test
    void every_fault_is_reported_with_file_and_line() {
        assertThatThrownBy(() -> book(
                        "angre\tgrr", "anger", "anger\t(a|b", "anger\t@nobody", "# fine", "anger\t[x]", "anger\tx **"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cues-en.tsv:1: no such kind of cue: angre; did you mean anger?")
                .hasMessageContaining("cues-en.tsv:2: expected a kind of cue, a tab and a pattern")
                .hasMessageContaining("cues-en.tsv:3: ')' is missing")
                .hasMessageContaining("cues-en.tsv:4: there is no class @nobody above this line")
                .hasMessageContaining("cues-en.tsv:6: no word is needed to match it")
                .hasMessageContaining("cues-en.tsv:7: '*' stands between words");
    }
}
