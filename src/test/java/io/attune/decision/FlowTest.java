package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.decision.Decision.Kind;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.EntityFinder;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms and calls of flows, on the shipped dialog that books a technician. */
class FlowTest {
    private static Decision says(Chat chat, String text, String intent, double confidence) {
        return chat.hears(text, meaning(text, intent, confidence));
    }

    static Understanding meaning(String text, String intent, double confidence) {
        return new Understanding(
                Language.EN, List.of(new RankedIntent(intent, confidence)), EntityFinder.find(text), Mood.NEUTRAL);
    }

    private static String text(Decision decision) {
        return String.join("\n", decision.say().stream().map(Content::words).toList());
    }

    private static Chat atThePhone() {
        Chat chat = Chat.begin()
                .answering("appointment-slots", "found", Map.of("slot1", "2026-03-04T08:00:00Z"))
                .answering("appointment-book", "done", Map.of("number", "AP-7"));
        says(chat, "I want a technician", "appointment_book", .95);
        says(chat, "the socket is loose", "oos", .5);
        return chat;
    }

    @Test
    void asks_again_when_the_words_hold_no_such_value() {
        Chat chat = atThePhone();

        Decision again = says(chat, "well, my mobile", "oos", .4);

        assertThat(again.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(text(again)).contains("phone number");
    }

    @Test
    void sends_along_what_was_collected_and_nothing_else() {
        Chat chat = atThePhone();
        says(chat, "it is 07700 900461", "oos", .4);
        chat.picks("s:appointment-book:which:slot1");

        assertThat(chat.errands())
                .extracting(errand -> errand.name())
                .containsExactly("appointment-slots", "appointment-book");
        assertThat(chat.errands().getLast().values())
                .isEqualTo(Map.of("reason", "the socket is loose", "phone", "07700900461", "slot", "slot1"));
    }

    @Test
    void a_call_has_one_key_however_often_the_turn_is_run() {
        Chat chat = atThePhone();
        chat.would("07700 900461", meaning("07700 900461", "oos", .4));
        says(chat, "07700 900461", "oos", .4);
        chat.picks("s:appointment-book:which:slot1");

        List<String> keys = chat.errands().stream().map(errand -> errand.key()).toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void a_choice_without_its_value_is_not_offered() {
        Decision decision = says(atThePhone(), "07700 900461", "oos", .4);

        assertThat(decision.memory().talk().asked().choices())
                .extracting(choice -> choice.title())
                .containsExactly("Wednesday, 08:00", "None of these");
    }

    @Test
    void a_person_is_reachable_from_a_form() {
        Decision decision = says(atThePhone(), "I want to talk to a human", "human_request", .95);

        assertThat(decision.kind()).isEqualTo(Kind.HANDOFF);
    }

    @Test
    void a_flow_that_begins_again_has_forgotten_the_last_values() {
        Chat chat = atThePhone();
        says(chat, "07700 900461", "oos", .4);
        chat.picks("s:appointment-book:which:slot1");

        Decision again = says(chat, "I want another technician", "appointment_book", .95);

        assertThat(text(again)).contains("What should they look at");
        assertThat(again.memory().fact("appointment-book", "form.phone")).isEmpty();
    }
}
