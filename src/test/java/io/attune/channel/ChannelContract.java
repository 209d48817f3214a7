package io.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.attune.message.Choice;
import io.attune.message.Content;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every channel adapter holds to, whatever its wire looks like. An adapter's test extends this and gives its rig. */
public abstract class ChannelContract {
    private Rig rig;

    protected abstract Rig open() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        rig = open();
        rig.customerWrites("first", "hello");
        await().until(() -> rig.heard().size() == 1);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void shows_what_was_said_in_order() {
        IntStream.range(0, 12).forEach(i -> say("message " + i));
        shown(texts -> assertThat(texts).containsExactly(numbered("message ", 12)));
    }

    @Test
    void takes_a_repeated_message_once() {
        for (int i = 0; i < 5; i++) {
            rig.customerWrites("again", "my internet is slow");
        }
        rig.customerWrites("next", "since monday");
        await().untilAsserted(() -> assertThat(rig.heard().stream().map(Content::words))
                .containsExactly("hello", "my internet is slow", "since monday"));
    }

    @Test
    void takes_messages_in_the_order_in_which_they_were_acknowledged() {
        IntStream.range(0, 8).forEach(i -> rig.customerWrites("m" + i, "line " + i));
        await().untilAsserted(() ->
                assertThat(rig.heard().stream().skip(1).map(Content::words)).containsExactly(numbered("line ", 8)));
    }

    @Test
    void offers_answers_in_a_way_that_the_channel_can_show_and_cuts_no_label() {
        for (int count : List.of(2, 3, 4, 10)) {
            List<Choice> choices = IntStream.range(0, count)
                    .mapToObj(i -> Choice.of("choice-" + count + "-" + i, "Answer number " + i))
                    .toList();
            rig.botSays(new Content.Choices("Question " + count + "?", choices, null));
            eventually(() -> assertOffered("Question " + count + "?", choices));
        }
        var longer = List.of(
                Choice.of("a", "The little light on the box is blinking red and then green"),
                Choice.of("b", "It is dark, whatever I press, and was so all through the night"));
        rig.botSays(new Content.Choices("What do you see?", longer, null));
        eventually(() -> assertOffered("What do you see?", longer));
    }

    /** As labels, or in the words with their numbers. */
    private void assertOffered(String question, List<Choice> choices) {
        var found = rig.shown().stream()
                .filter(shown -> shown.text().startsWith(question))
                .findFirst();
        assertThat(found).isPresent();
        List<String> titles = choices.stream().map(Choice::title).toList();
        if (found.get().labels().isEmpty()) {
            for (int i = 0; i < titles.size(); i++) {
                assertThat(found.get().text()).contains((i + 1) + ". " + titles.get(i));
            }
        } else {
            assertThat(found.get().labels()).isEqualTo(titles);
        }
    }

    @Test
    void shows_all_of_a_text_that_is_too_long_for_one_message() {
        String text = IntStream.range(0, 900).mapToObj(i -> "word" + i + ".").collect(Collectors.joining(" "));
        say(text);
        shown(texts -> assertThat(String.join(" ", texts)).isEqualTo(text));
        assertThat(rig.shown())
                .allSatisfy(part -> assertThat(part.text().length())
                        .isLessThanOrEqualTo(rig.shows().text()));
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_delivery_is_made_up_for_in_order(Rig.Failure failure) {
        assumeThat(rig.failures()).contains(failure);
        say("before");
        shown(texts -> assertThat(texts).containsExactly("before"));
        rig.fail(failure);
        say("one");
        say("two");
        shown(texts -> assertThat(texts).containsExactly("before", "one", "two"));
    }

    @Test
    void goes_on_after_a_restart_where_it_was() {
        say("before");
        shown(texts -> assertThat(texts).containsExactly("before"));
        rig.restart();
        say("after");
        shown(texts -> assertThat(texts).containsExactly("before", "after"));
        rig.customerWrites("later", "are you there?");
        await().untilAsserted(() -> assertThat(rig.heard()).hasSize(2));
    }

    @Test
    void what_was_said_before_a_restart_arrives_after_it() {
        if (rig.failures().contains(Rig.Failure.LOST_REQUEST)) {
            rig.fail(Rig.Failure.LOST_REQUEST);
        }
        say("just before the end");
        rig.restart();
        shown(texts -> assertThat(texts).containsExactly("just before the end"));
    }

    @Test
    void logs_nothing_that_was_written() {
        rig.customerWrites("secret", "my code word is xylophone");
        say("the answer is marimba");
        shown(texts -> assertThat(texts).hasSize(1));
        assertThat(rig.logLines()).noneMatch(line -> line.contains("xylophone") || line.contains("marimba"));
    }

    @Test
    void a_card_number_is_not_kept() {
        rig.customerWrites("card", "charge 4111 1111 1111 1111 please");
        await().untilAsserted(() -> assertThat(rig.heard()).hasSize(2));
        assertThat(rig.heard().getLast().words()).doesNotContain("4111 1111");
    }

    private void say(String text) {
        rig.botSays(new Content.Text(text));
    }

    private void shown(java.util.function.Consumer<List<String>> check) {
        eventually(() -> check.accept(rig.shown().stream().map(Rig.Shown::text).toList()));
        // Nothing comes twice a moment later.
        pause();
        check.accept(rig.shown().stream().map(Rig.Shown::text).toList());
    }

    private void eventually(Runnable check) {
        await().atMost(rig.patience()).pollInterval(Duration.ofMillis(20)).untilAsserted(check::run);
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String[] numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
