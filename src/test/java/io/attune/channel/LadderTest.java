package io.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.channel.Shows.Menu;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.message.Language;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Shows PHONE = new Shows(100, new Menu(3, 40, 20, 0, 30), new Menu(10, 60, 24, 30, 20));

    @Test
    void few_short_answers_are_buttons() {
        assertThat(pieces(choices("Which?", "yes", "no")))
                .containsExactly(new Piece.Buttons("Which?", List.of(label("yes"), label("no"))));
    }

    @Test
    void more_answers_are_a_list() {
        assertThat(pieces(choices("Which?", "a", "b", "c", "d")))
                .singleElement()
                .isInstanceOfSatisfying(Piece.Listed.class, list -> {
                    assertThat(list.open()).isEqualTo("Choose");
                    assertThat(list.answers()).hasSize(4);
                });
    }

    @Test
    void a_title_too_long_for_a_button_is_said_in_short_where_its_author_wrote_so() {
        var choice = new Choice("x", "A title that is longer than twenty", "A short title", null);
        assertThat(pieces(new Content.Choices("Which?", List.of(choice), null)))
                .containsExactly(new Piece.Buttons("Which?", List.of(new Piece.Label("x", "A short title", null))));
    }

    @Test
    void a_title_too_long_for_a_button_goes_to_the_list() {
        var choice = Choice.of("x", "exactly 22 characters!");
        assertThat(pieces(new Content.Choices("Which?", List.of(choice), null)))
                .singleElement()
                .isInstanceOf(Piece.Listed.class);
    }

    @Test
    void what_fits_nowhere_is_numbered_text() {
        assertThat(pieces(choices("Which?", "a title of more than twenty-four", "b")))
                .containsExactly(new Piece.Plain("Which?\n\n1. a title of more than twenty-four\n2. b\n\n"
                        + "Reply with the number, or in your own words."));
    }

    @Test
    void the_same_label_twice_is_told_apart_by_number() {
        var twins = List.of(Choice.of("a", "Monday"), Choice.of("b", "Monday"));
        assertThat(pieces(new Content.Choices("When?", twins, null)))
                .singleElement()
                .isInstanceOf(Piece.Plain.class);
    }

    @Test
    void an_id_too_long_for_a_list_still_fits_a_button() {
        String id = "i".repeat(25);
        assertThat(pieces(new Content.Choices("?", List.of(Choice.of(id, "t")), null)))
                .singleElement()
                .isInstanceOf(Piece.Buttons.class);
    }

    @Test
    void a_second_line_is_shown_in_a_list_and_in_numbered_text() {
        var choices = IntStream.range(0, 4)
                .mapToObj(i -> new Choice("c" + i, "Title " + i, null, "more about " + i))
                .toList();
        var content = new Content.Choices("Which?", choices, null);
        assertThat(pieces(content))
                .singleElement()
                .isInstanceOfSatisfying(
                        Piece.Listed.class,
                        list -> assertThat(list.answers().get(3).desc()).isEqualTo("more about 3"));
        assertThat(Ladder.pieces(content, Shows.onlyText(1000), Language.DE))
                .singleElement()
                .satisfies(piece -> assertThat(piece.text()).contains("4. Title 3 (more about 3)", "Antworten Sie"));
    }

    @Test
    void a_question_too_long_for_buttons_is_said_before_them() {
        String text = "The first part is long enough. The second part is the question that is asked?";
        List<Piece> pieces = pieces(choices(text, "yes", "no"));
        assertThat(pieces).hasSizeGreaterThan(1).last().isInstanceOf(Piece.Buttons.class);
        assertThat(pieces.getLast().text().length()).isLessThanOrEqualTo(40);
        assertThat(String.join(" ", pieces.stream().map(Piece::text).toList())).isEqualTo(text);
    }

    @Test
    void a_long_text_is_cut_between_paragraphs_then_sentences_then_words_and_never_in_a_character() {
        assertThat(Parts.of("one two.\n\nthree four.", 15, 15)).containsExactly("one two.", "three four.");
        assertThat(Parts.of("One two. Three four.", 15, 15)).containsExactly("One two.", "Three four.");
        assertThat(Parts.of("one two three", 9, 9)).containsExactly("one two", "three");
        assertThat(Parts.of("😀😀😀", 3, 3)).containsExactly("😀", "😀", "😀");
        assertThat(Parts.of("x".repeat(25), 10, 10)).extracting(String::length).containsExactly(10, 10, 5);
        assertThat(Parts.of("", 10, 10)).containsExactly("");
    }

    @Test
    void every_part_of_any_text_fits_and_nothing_is_lost() {
        for (int length = 1; length < 400; length += 7) {
            String text = Stream.iterate(0, i -> i + 1)
                    .map(i -> "w" + i % 13 + (i % 5 == 0 ? ". " : " "))
                    .limit(length)
                    .reduce("", String::concat)
                    .strip();
            List<String> parts = Parts.of(text, 50, 20);
            assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(50));
            assertThat(parts.getLast()).hasSizeLessThanOrEqualTo(20);
            assertThat(String.join(" ", parts).replaceAll("\\s+", " ")).isEqualTo(text.replaceAll("\\s+", " "));
        }
    }

    @Test
    void an_answer_is_a_number_a_title_or_an_id() {
        var offered =
                List.of(new Choice("r", "Restart the router", "Restart", null), Choice.of("p", "Talk to a person"));
        for (String said : List.of("1", " 1. ", "#1", "(1)", "restart the router!", "RESTART", "r")) {
            assertThat(Picking.read(said, offered)).as(said).contains(new Content.Picked("r", "Restart the router"));
        }
        for (String said : List.of("3", "0", "99", "1 or 2", "a person", "", "-1", "2 days ago")) {
            assertThat(Picking.read(said, offered)).as(said).isEmpty();
        }
    }

    private static List<Piece> pieces(Content content) {
        return Ladder.pieces(content, PHONE, Language.EN);
    }

    private static Content.Choices choices(String text, String... titles) {
        return new Content.Choices(
                text, Stream.of(titles).map(t -> Choice.of(t, t)).toList(), null);
    }

    private static Piece.Label label(String title) {
        return new Piece.Label(title, title, null);
    }
}
