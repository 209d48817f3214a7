package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.decision.Lens.Stop;
import io.attune.decision.Lens.View;
import io.attune.dialog.Dialog;
import io.attune.dialog.Drawing;
import io.attune.dialog.Flow;
import io.attune.dialog.Pitch;
import io.attune.message.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A dialog as one kind of customer goes through it, played by the engine that serves customers. */
class LensTest {
    private final Lens lens = new Lens(Chat.BOOK);

    private List<Stop> path(String dialog, Pitch pitch, int contact, LensLine line) {
        return lens.path(Chat.BOOK.dialog(dialog).orElseThrow(), new View(pitch, contact, line, Language.EN));
    }

    private static List<String> nodes(List<Stop> stops) {
        return stops.stream().map(Stop::node).toList();
    }

    @Test
    void a_remedy_that_failed_in_the_first_contact_is_not_on_the_path_of_the_third() {
        List<String> first = nodes(path("internet-slow", Pitch.EXPERT, 1, LensLine.UNKNOWN));
        List<Stop> third = path("internet-slow", Pitch.EXPERT, 3, LensLine.UNKNOWN);
        String given = first.stream()
                .filter(node -> node.startsWith("remedy:"))
                .findFirst()
                .orElseThrow();
        assertThat(nodes(third)).doesNotContain(given);
        assertThat(third.getFirst().says()).contains("3 times");
    }

    @Test
    void the_novice_reads_other_words_than_the_expert() {
        assertThat(path("internet-slow", Pitch.NOVICE, 1, LensLine.UNKNOWN)
                        .getFirst()
                        .says())
                .isNotEqualTo(path("internet-slow", Pitch.EXPERT, 1, LensLine.UNKNOWN)
                        .getFirst()
                        .says());
    }

    @Test
    void the_line_changes_the_path() {
        assertThat(nodes(path("internet-slow", Pitch.STANDARD, 1, LensLine.SLOW)))
                .isNotEqualTo(nodes(path("internet-slow", Pitch.STANDARD, 1, LensLine.FINE)));
    }

    @Test
    void every_dialog_has_a_path_whose_stops_are_in_its_drawing() {
        for (Dialog dialog : Chat.BOOK.inOrder()) {
            var drawn =
                    Drawing.of(dialog).nodes().stream().map(Drawing.Node::id).collect(Collectors.toSet());
            for (LensLine line : LensLine.values()) {
                List<Stop> stops = lens.path(dialog, new View(Pitch.NOVICE, 2, line, Language.ES));
                assertThat(stops).as(dialog.id() + " " + line).isNotEmpty();
                assertThat(nodes(stops).stream().filter(node -> !node.equals("person") && !drawn.contains(node)))
                        .as(dialog.id() + " " + line)
                        .isEmpty();
                if (!(dialog instanceof Flow)) {
                    assertThat(nodes(stops)).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void there_is_no_contact_before_the_first() {
        assertThatThrownBy(() -> new View(Pitch.NOVICE, 0, LensLine.FINE, Language.EN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
