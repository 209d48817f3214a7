package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.Consents;
import io.attune.customer.Purpose;
import io.attune.customer.Settings;
import io.attune.decision.memory.Promise.Recalled;
import io.attune.message.Language;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was promised in one contact, in the next. The clock begins at {@link Chat#START}. */
class PromisesTest {
    private static Chat promised() {
        Chat chat = Chat.begin().answering("payment-extend", "done", Map.of("day", day(4)));
        chat.says("I need an extension for my bill", "payment_defer");
        chat.hears("12 March", FlowTest.meaning("12 March", "oos", .5));
        assertThat(chat.memory().promises()).hasSize(1);
        return chat;
    }

    private static String day(int days) {
        return Chat.START.plus(Duration.ofDays(days)).toString().substring(0, 10);
    }

    @Test
    void a_promise_knows_until_when_it_holds_and_what_it_is_about() {
        var promise = promised().memory().promises().getFirst();
        assertThat(promise.by()).isEqualTo(day(4));
        assertThat(promise.intent()).isEqualTo("payment_defer");
    }

    @Test
    void the_next_contact_begins_with_what_was_promised() {
        Decision greeting = promised().later(Duration.ofDays(1)).comeBack().greet();
        assertThat(Chat.text(greeting)).contains("Last time", "you have until", "still stands");
    }

    @Test
    void without_a_greeting_the_first_answer_says_it() {
        Chat chat = promised().later(Duration.ofDays(1)).comeBack();
        Decision first = chat.says("is there an outage", "opening_hours");
        assertThat(Chat.text(first)).contains("Last time", "still stands");
        assertThat(Chat.text(chat.says("and on sundays", "opening_hours"))).doesNotContain("Last time");
    }

    @Test
    void when_its_time_has_passed_that_is_owned_up_to_and_a_person_offered() {
        Decision greeting = promised().later(Duration.ofDays(6)).comeBack().greet();
        assertThat(Chat.text(greeting)).contains("That time is over", "sorry").doesNotContain("still stands");
        assertThat(Chat.choices(greeting)).contains(Ids.PERSON);
        assertThat(greeting.memory().promises()).allMatch(one -> one.recalled() == Recalled.DONE);
    }

    @Test
    void it_is_said_while_it_stands_once_and_once_more_when_it_was_not_kept() {
        Chat chat = promised().later(Duration.ofDays(1)).comeBack();
        assertThat(Chat.text(chat.greet())).contains("still stands");
        chat.later(Duration.ofDays(1)).comeBack();
        assertThat(Chat.text(chat.greet())).doesNotContain("you have until");
        chat.later(Duration.ofDays(4)).comeBack();
        assertThat(Chat.text(chat.greet())).contains("That time is over");
        chat.later(Duration.ofDays(1)).comeBack();
        assertThat(Chat.text(chat.greet())).doesNotContain("you have until");
    }

    @Test
    void in_one_long_conversation_it_is_said_the_day_after_and_not_before() {
        Chat chat = promised();
        assertThat(Chat.text(chat.says("what are your hours", "opening_hours"))).doesNotContain("Last time");
        chat.later(Duration.ofHours(20));
        assertThat(Chat.text(chat.says("and your address", "opening_hours"))).contains("Last time", "still stands");
    }

    @Test
    void who_asks_what_was_promised_hears_all_of_it() {
        Chat chat = promised().later(Duration.ofDays(1)).comeBack();
        Decision told = chat.says("what did you promise me", "promised");
        assertThat(Chat.text(told)).contains("you have until").doesNotContain("Last time");
    }

    @Test
    void a_promise_that_was_broken_weighs_towards_a_person() {
        Chat kept = promised().later(Duration.ofDays(1)).comeBack();
        Chat broken = promised().later(Duration.ofDays(6)).comeBack();
        double before =
                kept.says("I need an extension", "payment_defer").verdict().probability();
        double after =
                broken.says("I need an extension", "payment_defer").verdict().probability();
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void what_an_agent_has_seen_to_is_not_brought_up() {
        Chat chat = promised();
        assertThat(Returning.forgiven(chat.memory()).promises()).isEmpty();
    }

    @Test
    void whoever_refused_that_their_history_is_used_is_not_reminded_of_it() {
        var refused = Settings.NONE.with(Consents.NONE.with(Purpose.SERVICE, new Consents.Choice(false, Chat.START)));
        Decision greeting =
                promised().having(refused).later(Duration.ofDays(1)).comeBack().greet();
        assertThat(Chat.text(greeting)).doesNotContain("you have until");
    }

    @Test
    void an_announced_repair_is_one_too_until_it_is_repaired() {
        String eta = Chat.START.plus(Duration.ofHours(5)).toString();
        Chat chat = Chat.begin().line("outage.area", "N7", "outage.eta", eta, "line.sync", "down");
        chat.says("my internet is down", "internet_down");
        assertThat(chat.memory().promises()).hasSize(1);
        chat.later(Duration.ofHours(26)).comeBack();
        assertThat(Chat.text(chat.greet())).contains("We expect the repair", "That time is over");
        Chat repaired = Chat.begin().line("outage.area", "N7", "outage.eta", eta, "line.sync", "down");
        repaired.says("my internet is down", "internet_down");
        repaired.line("outage.area", "none", "line.sync", "ok")
                .later(Duration.ofHours(26))
                .comeBack();
        assertThat(Chat.text(repaired.greet())).doesNotContain("We expect the repair");
    }

    @ParameterizedTest
    @CsvSource({"ES,La última vez", "FR,La dernière fois", "DE,Beim letzten Mal"})
    void in_every_language(Language language, String words) {
        Chat chat = promised().later(Duration.ofDays(1)).comeBack().in(language);
        assertThat(Chat.text(chat.greet())).contains(words);
    }
}
