package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.decision.Decision.Kind;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.Entity;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a customer steers a talk: puts something right, wants two things at once, stops, asks what was meant. */
class SteeringTest {
    @Test
    void another_tv_was_meant_so_what_was_told_of_the_first_is_forgotten() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("the tv keeps freezing", "tv_buffering");
        chat.says("on all channels", "oos");
        Decision decision = chat.says("no, I meant the bedroom TV", "oos", .1);
        assertThat(decision.dialog()).isEqualTo("tv-buffering");
        assertThat(decision.kind()).isNotEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(Chat.text(decision)).contains("look at that one");
        assertThat(decision.memory().fact("tv-buffering", "channels")).isEmpty();
    }

    @Test
    void a_topic_that_was_taken_wrongly_is_dropped_and_not_come_back_to() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        Decision decision = chat.says("no, I meant the tv is buffering", "tv_buffering");
        assertThat(decision.dialog()).isEqualTo("tv-buffering");
        assertThat(Chat.text(decision)).contains("took that wrongly").doesNotContain("Slow internet");
        assertThat(decision.memory().topics()).hasSize(1);
    }

    @Test
    void an_answer_taken_back_is_said_to_be_corrected() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        chat.says("everywhere", "oos");
        Decision decision = chat.says("actually only my phone", "wifi_device", .4);
        assertThat(Chat.text(decision)).contains("corrected");
        assertThat(decision.memory().fact("internet-slow", "where"))
                .hasValueSatisfying(known -> assertThat(known.value()).isEqualTo("one-device"));
    }

    @Test
    void two_wishes_in_one_message_are_both_taken_up() {
        Chat chat = Chat.begin().healthyLine();
        Decision decision = chat.saysClauses(
                "my internet is slow and why is my bill so high",
                "internet_slow",
                "my internet is slow",
                "internet_slow",
                "why is my bill so high",
                "bill_explain");
        assertThat(decision.dialog()).isEqualTo("internet-slow");
        assertThat(Chat.text(decision)).contains("also noted \"My bill\"");
        assertThat(Chat.text(chat.says("it works", "it_worked"))).contains("Now to \"My bill\"");
    }

    @Test
    void how_a_step_went_is_heard_before_the_next_wish() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        chat.says("on all devices", "oos");
        Decision decision = chat.saysClauses(
                "it works now and why is my bill so high",
                "bill_explain",
                "it works now",
                "it_worked",
                "why is my bill so high",
                "bill_explain");
        assertThat(decision.memory().course().solved()).containsExactly("internet-slow");
        assertThat(decision.memory().topic())
                .hasValueSatisfying(topic -> assertThat(topic.dialog()).isEqualTo("explain-bill"));
    }

    @Test
    void two_sides_of_one_trouble_are_one_wish() {
        Decision decision = Chat.begin()
                .healthyLine()
                .saysClauses(
                        "internet is slow and the wifi is weak",
                        "internet_slow",
                        "internet is very slow",
                        "internet_slow",
                        "the wifi is weak",
                        "wifi_weak");
        assertThat(decision.memory().topics()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"EN,cancel", "EN,never mind please", "ES,déjalo", "FR,laissez tomber", "DE,abbrechen", "DE,stopp bitte"
    })
    void a_word_that_stops_stops_the_topic_even_where_it_sounds_like_ending_the_contract(
            Language language, String word) {
        Chat chat = Chat.begin().in(language).healthyLine();
        chat.says("…", "internet_slow");
        Decision decision = chat.says(word, "cancel_service", .8);
        assertThat(decision.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(decision.memory().topics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EN,what do you mean?", "ES,¿qué quieres decir?", "FR,je ne comprends pas", "DE,was meinen Sie damit?"})
    void what_was_meant_is_said_in_the_plainest_words(Language language, String words) {
        Chat chat = Chat.begin().in(language).healthyLine();
        Decision question = chat.says("…", "internet_slow");
        Decision decision = chat.says(words, "oos", .1);
        assertThat(decision.kind()).isEqualTo(Kind.REPEAT);
        assertThat(Chat.choices(decision)).containsAll(Chat.choices(question)).contains("t:person");
        assertThat(decision.memory().talk().misunderstood()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"EN,the second one", "EN,option 2", "ES,el segundo", "FR,la deuxième", "DE,das zweite bitte"})
    void the_second_one_is_the_second_choice(Language language, String words) {
        Chat chat = Chat.begin().in(language).healthyLine();
        Decision question = chat.says("…", "internet_slow");
        String second = Chat.choices(question).get(1);
        Decision decision = chat.says(words, "appointment_missed", .7);
        assertThat(decision.reasons())
                .anySatisfy(reason -> assertThat(reason.value()).isEqualTo(second));
    }

    @Test
    void a_number_that_a_form_wants_is_no_wish_for_a_person() {
        Chat chat = Chat.begin().answering("appointment-slots", "found", Map.of("slot1", "2026-03-04T08:00Z"));
        chat.says("book a technician", "appointment_book");
        Decision early = chat.hears("call me on 07700 900123", phone("human_request", 11, "07700900123"));
        assertThat(early.handoff()).isNull();
        assertThat(Chat.text(early)).contains("What should they look at?");
        Decision next = chat.says("the router is dead", "router_broken");
        assertThat(Chat.text(next)).doesNotContain("phone number");
        assertThat(chat.errands()).isNotEmpty();
    }

    @Test
    void who_names_a_person_along_with_a_number_gets_the_person() {
        Chat chat = Chat.begin();
        chat.says("book a technician", "appointment_book");
        Decision decision =
                chat.hears("no, have a person call me on 07700 900123", phone("human_request", 29, "07700900123"));
        assertThat(decision.handoff()).isNotNull();
    }

    private static Understanding phone(String intent, int start, String number) {
        return new Understanding(
                Language.EN,
                List.of(new RankedIntent(intent, .9)),
                List.of(new Entity("phone", number, start, start + number.length() + 1)),
                Mood.NEUTRAL);
    }

    @Test
    void only_the_question_is_said_again_after_small_talk() {
        Chat chat = Chat.begin();
        String question = Chat.text(chat.says("explain my bill", "bill_explain"));
        String again = Chat.text(chat.says("thanks", "thanks"));
        assertThat(question).contains("not known to me");
        assertThat(again).contains("Shall I bring one in?").doesNotContain("not known to me");
    }

    @Test
    void an_offer_of_a_person_says_so_when_nobody_is_there() {
        Chat chat = Chat.begin().queue(0, Duration.ofMinutes(12));
        chat.says("qwe", "oos");
        Decision offer = chat.says("rtz", "oos");
        assertThat(offer.kind()).isEqualTo(Kind.OFFER_HANDOFF);
        assertThat(Chat.text(offer)).contains("nobody is online").doesNotContain(" min");
    }

    @Test
    void what_was_promised_can_be_asked_for() {
        Chat chat = Chat.begin().callbacks(Chat.START.plus(Duration.ofHours(3)));
        chat.says("a person", "human_request");
        chat.picks("cb:" + Chat.START.plus(Duration.ofHours(3)).getEpochSecond());
        assertThat(Chat.text(chat.says("what did you promise me?", "oos")))
                .contains("gets back to you here on Mon 2 Mar");
    }

    @Test
    void nothing_promised_is_said_to_be_nothing() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        assertThat(Chat.text(chat.says("what did you promise me?", "oos"))).contains("not promised you anything");
    }

    @Test
    void insults_are_not_answered_the_same_way_three_times() {
        Chat chat = Chat.begin();
        var said = new java.util.HashSet<String>();
        for (int i = 0; i < 3; i++) {
            said.add(Chat.text(chat.says("you fool " + i, "abuse"))
                    .lines()
                    .findFirst()
                    .orElse(""));
        }
        assertThat(said).hasSizeGreaterThanOrEqualTo(3);
    }
}
