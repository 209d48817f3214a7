package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attune.decision.Lens.View;
import io.attune.decision.LensPath.How;
import io.attune.decision.LensPath.Stop;
import io.attune.decision.LensWhy.By;
import io.attune.decision.LensWhy.Led;
import io.attune.dialog.Dialog;
import io.attune.dialog.Drawing;
import io.attune.dialog.Flow;
import io.attune.dialog.Pitch;
import io.attune.message.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A dialog as one kind of customer goes through it, played by the engine that serves customers. */
class LensTest {
    private final Lens lens = new Lens(Chat.BOOK, new Decider());

    private List<Stop> path(String dialog, Pitch pitch, int contact, LensLine line) {
        return lens.path(Chat.BOOK.dialog(dialog).orElseThrow(), new View(pitch, contact, line, Language.EN))
                .stops();
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
                List<Stop> stops = lens.path(dialog, new View(Pitch.NOVICE, 2, line, Language.ES))
                        .stops();
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

    private static LensPath look(String dialog, View view) {
        return new Lens(Chat.BOOK, new Decider()).path(Chat.BOOK.dialog(dialog).orElseThrow(), view);
    }

    private static View novice(Map<String, String> answers) {
        return new View(Pitch.NOVICE, 1, LensLine.UNKNOWN, Language.EN, answers);
    }

    @Test
    void every_step_of_a_troubleshooting_is_the_cheapest_of_what_was_weighed() {
        for (Dialog dialog : Chat.BOOK.inOrder()) {
            for (Pitch pitch : Pitch.values()) {
                LensPath path = lens.path(dialog, new View(pitch, 3, LensLine.SLOW, Language.EN));
                for (Stop stop : path.stops()) {
                    if (stop.why() instanceof LensWhy.Cost cost) {
                        assertThat(cost.options().getFirst().node())
                                .as(dialog.id() + " " + pitch)
                                .isEqualTo(stop.node());
                        assertThat(cost.options())
                                .extracting(LensWhy.Option::cost)
                                .isSorted();
                        assertThat(cost.causes().stream()
                                        .mapToDouble(LensWhy.Cause::chance)
                                        .sum())
                                .isCloseTo(1, within(.01));
                    }
                }
            }
        }
    }

    @Test
    void a_remedy_that_failed_makes_what_it_cures_less_likely() {
        List<LensWhy.Cost> whys = look("internet-slow", novice(Map.of())).stops().stream()
                .map(stop -> (LensWhy.Cost) stop.why())
                .dropWhile(why -> !why.options().getFirst().node().startsWith("remedy:"))
                .toList();
        LensWhy.Option first = whys.getFirst().options().getFirst();
        assertThat(first.helps()).isBetween(.01, .99);
        assertThat(whys.get(1).tried()).contains(new LensWhy.Tried(first.node().substring("remedy:".length()), false));
        LensWhy.Cause likeliest = whys.getFirst().causes().getFirst();
        assertThat(whys.get(1).causes())
                .filteredOn(cause -> cause.id().equals(likeliest.id()))
                .allSatisfy(cause -> assertThat(cause.chance()).isLessThan(likeliest.chance()));
    }

    @Test
    void a_path_goes_the_way_of_the_answers_that_are_given() {
        LensPath likeliest = look("internet-slow", novice(Map.of()));
        Stop asked = likeliest.stops().getFirst();
        assertThat(asked.node()).startsWith("fact:");
        String other = asked.offers().stream()
                .filter(offer -> !offer.taken() && offer.value() != null)
                .findFirst()
                .orElseThrow()
                .value();
        LensPath changed = look("internet-slow", novice(Map.of(asked.node(), Objects.requireNonNull(other))));
        assertThat(changed.stops().getFirst().answer()).isNotEqualTo(asked.answer());
        assertThat(changed.stops().get(1).why())
                .isNotEqualTo(likeliest.stops().get(1).why());
    }

    @Test
    void a_remedy_that_helps_ends_the_path_well() {
        Stop remedy = look("internet-slow", novice(Map.of())).stops().stream()
                .filter(stop -> stop.node().startsWith("remedy:"))
                .findFirst()
                .orElseThrow();
        LensPath solved = look("internet-slow", novice(Map.of(remedy.node(), "worked")));
        assertThat(solved.stops().getLast().node()).isEqualTo(remedy.node());
        assertThat(solved.end().how()).isEqualTo(How.SOLVED);
        assertThat(solved.end().says()).isNotEmpty();
    }

    @Test
    void a_flow_says_what_led_from_step_to_step() {
        List<Stop> stops = look("explain-bill", novice(Map.of())).stops();
        assertThat(stops.getFirst().why()).isEqualTo(new Led(By.START, ""));
        assertThat(stops.get(1).why()).isEqualTo(new Led(By.CONDITION, "bill.amount unknown"));
        for (Dialog dialog : Chat.BOOK.inOrder()) {
            if (dialog instanceof Flow) {
                LensPath path = lens.path(dialog, novice(Map.of()));
                assertThat(path.end().how()).as(dialog.id()).isNotEqualTo(How.UNSTARTED);
                assertThat(path.stops().subList(1, path.stops().size()))
                        .as(dialog.id())
                        .noneMatch(stop -> stop.why().equals(new Led(By.START, "")));
            }
        }
    }

    @Test
    void what_the_providers_systems_tell_stands_by_its_name() {
        assertThat(look("refund", novice(Map.of())).stops())
                .extracting(Stop::says)
                .anyMatch(says -> says.contains("[amount]"));
        assertThat(look("appointment-book", novice(Map.of())).stops())
                .flatExtracting(Stop::offers)
                .extracting(LensPath.Offer::title)
                .contains("[slot1]", "[slot3]");
    }

    @Test
    void a_calm_complaint_is_taken_down_though_an_angry_one_goes_to_a_person() {
        LensPath path = look("complaint", novice(Map.of()));
        assertThat(path.stops())
                .extracting(LensPath.Stop::node)
                .containsExactly("step:what", "step:wish", "step:open-it", "step:opened", "step:end");
        assertThat(path.stops()).noneMatch(stop -> stop.why() instanceof LensWhy.Policy);
    }

    @Test
    void the_shipped_troubleshootings_end_with_a_person_when_nothing_helps() {
        for (Dialog dialog : Chat.BOOK.inOrder()) {
            if (!(dialog instanceof Flow)) {
                LensPath path = lens.path(dialog, novice(Map.of()));
                assertThat(path.end().how()).as(dialog.id()).isEqualTo(How.PERSON);
                assertThat(path.stops().getLast().node()).as(dialog.id()).isEqualTo("person");
                assertThat(path.end().sentence()).as(dialog.id()).isNotEmpty();
            }
        }
    }
}
