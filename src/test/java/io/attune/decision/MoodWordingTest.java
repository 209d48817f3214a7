package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Band;
import io.attune.dialog.Feeling;
import io.attune.dialog.Pitch;
import io.attune.dialog.Wording;
import io.attune.dialog.yaml.BookReader;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts are put otherwise for who is upset or grateful, whatever their aptitude. */
class MoodWordingTest {
    private static final Mood ANGRY = new Mood(.5, 0, 0, 0, 0, List.of());
    private static final Mood THANKFUL = new Mood(0, 0, 0, .9, 0, List.of());

    @ParameterizedTest
    @EnumSource(Language.class)
    void who_is_upset_is_met_with_a_word_of_sympathy_instead_of_the_cheerful_intro(Language language) {
        String sympathy = Chat.BOOK
                .talk()
                .find("sympathy")
                .orElseThrow()
                .in(language, Pitch.STANDARD)
                .getFirst();
        assertThat(Chat.text(Chat.begin().in(language).healthyLine().says("…", "internet_slow", ANGRY)))
                .contains(sympathy);
        assertThat(Chat.text(Chat.begin().in(language).healthyLine().says("…", "internet_slow")))
                .doesNotContain(sympathy);
    }

    @ParameterizedTest
    @EnumSource(Band.class)
    void the_feeling_counts_in_every_band(Band band) {
        Chat chat = Chat.begin().healthyLine().line("router.uptimeDays", "63").who(band, 0, .55);
        chat.says("slow on all devices all day", "internet_slow");
        assertThat(Chat.text(chat.says("that did nothing", "still_broken", ANGRY)))
                .contains("I am sorry, that was your time for nothing");
    }

    @Test
    void who_is_grateful_is_thanked_back() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("bye, thank you so much", "goodbye", THANKFUL);
        assertThat(chat.memory().talk().said().getLast()).contains("Thank you too");
    }

    @Test
    void that_it_is_still_broken_is_no_riddle_while_a_question_is_open() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        Decision decision = chat.says("it is still the same", "still_broken", ANGRY);
        assertThat(decision.memory().talk().misunderstood()).isZero();
        assertThat(Chat.choices(decision)).anyMatch(id -> id.startsWith("f:internet-slow:where:"));
    }

    @Test
    void a_feeling_without_words_of_its_own_gets_what_everyone_gets() {
        var wording = new Wording(java.util.Map.of(
                Language.EN, java.util.Map.of(Pitch.STANDARD, List.of("a"), Pitch.NOVICE, List.of("b"))));
        assertThat(wording.in(Language.EN, Pitch.NOVICE, Feeling.UPSET)).containsExactly("b");
        assertThat(wording.in(Language.EN, Pitch.EXPERT, null)).containsExactly("a");
    }

    @Test
    void words_for_the_upset_alone_are_a_fault(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("x.texts.yaml"),
                "intents:\n  hello:\n    title:\n      en:\n        upset: \"oh\"\n      es:\n        standard: a\n        upset: b\n");
        assertThat(BookReader.read(folder).faults())
                .anySatisfy(fault -> assertThat(fault.toString())
                        .startsWith("x.texts.yaml:5:")
                        .contains("'standard'"));
        assertThat(BookReader.read(folder).faults()).hasSize(1);
    }
}
