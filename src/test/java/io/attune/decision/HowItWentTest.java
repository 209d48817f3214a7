package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers say of a step, and what it is not taken for. */
class HowItWentTest {
    @ParameterizedTest
    @CsvSource({
        "EN,ok I did it,it_worked",
        "EN,done,already_tried",
        "EN,I did that,already_tried",
        "ES,'vale, hecho',already_tried",
        "ES,hecho,already_tried",
        "FR,c'est fait,already_tried",
        "DE,ok hab ich gemacht,already_tried",
        "DE,erledigt,it_worked"
    })
    void who_has_done_it_is_asked_whether_it_helped(Language language, String words, String understood) {
        Chat chat = trying(language);
        Decision decision = chat.says(words, understood);
        assertThat(decision.kind()).isEqualTo(Kind.VERIFY);
        assertThat(decision.memory().tried()).isEmpty();
        assertThat(decision.memory().course().solved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EN,ok", "EN,alright", "EN,will do", "ES,vale", "FR,d'accord", "DE,mach ich"})
    void ok_is_left_to_it_and_is_no_success_even_where_it_was_asked(Language language, String words) {
        Chat chat = trying(language);
        for (int i = 0; i < 2; i++) {
            Decision decision = chat.says(words, "affirm");
            assertThat(decision.kind()).isEqualTo(Kind.WAIT);
            assertThat(Chat.choices(decision))
                    .anySatisfy(choice -> assertThat(choice).endsWith(":worked"));
            chat.says("done", "already_tried");
        }
        assertThat(chat.memory().course().solved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EN,it stopped working again,it_worked,.96",
        "EN,'I pulled the plug, and now it is all dark!',it_worked,.67",
        "EN,'I put it in the middle, nothing changed',router_broken,.24",
        "DE,geht wieder nicht,it_worked,.6"
    })
    void what_broke_is_not_taken_for_working(Language language, String words, String understood, double sure) {
        Chat chat = trying(language);
        Decision decision = chat.says(words, understood, sure);
        assertThat(decision.memory().course().solved()).isEmpty();
        assertThat(decision.memory().tried())
                .singleElement()
                .satisfies(tried -> assertThat(tried.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void what_was_broken_before_and_works_now_works() {
        Chat chat = trying(Language.EN);
        chat.says("it was not working before, now it works", "it_worked");
        assertThat(chat.memory().course().solved()).containsExactly("internet-slow");
    }

    @Test
    void what_had_helped_and_broke_again_is_taken_up_again() {
        Chat chat = trying(Language.EN);
        chat.says("it works", "it_worked");
        Decision decision = chat.says("it broke again", "it_worked", .54);
        assertThat(Chat.text(decision)).contains("did not last");
        assertThat(decision.dialog()).isEqualTo("internet-slow");
    }

    @Test
    void no_to_a_question_in_the_step_itself_says_that_it_did_not_help() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("the tv has no signal", "tv_no_signal");
        assertThat(chat.memory().talk().said().getLast()).endsWith("?");
        chat.says("no", "deny");
        assertThat(chat.memory().tried())
                .singleElement()
                .satisfies(tried -> assertThat(tried.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void tried_before_is_still_skipped() {
        Chat chat = trying(Language.EN);
        Decision decision = chat.says("I already did that yesterday", "already_tried");
        assertThat(Chat.text(decision)).containsAnyOf("skip it", "twice");
    }

    @Test
    void who_will_try_tonight_is_left_to_it() {
        Chat chat = trying(Language.EN);
        Decision decision = chat.says("I'm at work now, I'll try tonight", "outage_check", .22);
        assertThat(decision.kind()).isEqualTo(Kind.WAIT);
        assertThat(decision.memory().talk().misunderstood()).isZero();
    }

    @Test
    void who_will_not_do_it_is_not_pressed() {
        Chat chat = trying(Language.EN);
        chat.says("I'm not going to move my router", "wait", .33);
        assertThat(chat.memory().tried())
                .singleElement()
                .satisfies(tried -> assertThat(tried.outcome()).isEqualTo(Outcome.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"EN,evenings mostly,greeting,.32", "FR,partout,compliment,.46", "EN,all day,greeting,.35"})
    void an_answer_that_faintly_sounds_like_small_talk_is_none(
            Language language, String words, String understood, double confidence) {
        Chat chat = Chat.begin().in(language).healthyLine();
        chat.says("…", "internet_slow");
        assertThat(chat.says(words, understood, confidence).kind()).isNotEqualTo(Kind.SMALLTALK);
    }

    @Test
    void why_is_explained() {
        Chat chat = trying(Language.EN);
        assertThat(chat.says("why should I do that?", "affirm").kind()).isEqualTo(Kind.REPEAT);
    }

    @Test
    void another_thing_meant_is_taken_up_though_it_sounds_like_a_no() {
        Chat chat = Chat.begin().in(Language.DE).healthyLine();
        chat.says("Internet geht nicht", "internet_down");
        var meaning = new Understanding(
                Language.DE,
                List.of(new RankedIntent("deny", .44), new RankedIntent("phone_no_dial_tone", .1)),
                List.of(),
                Mood.NEUTRAL);
        Decision decision = chat.hears("nein ich meinte das Telefon", meaning);
        assertThat(decision.dialog()).isEqualTo("no-dial-tone");
        assertThat(decision.memory().topics()).hasSize(1);
    }

    @Test
    void what_it_is_not_is_left_and_what_it_is_is_asked() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("the tv has no signal", "tv_no_signal");
        Decision decision = chat.says("sorry I meant the phone, not the tv", "go_back", .29);
        assertThat(Chat.text(decision)).contains("took that wrongly");
        assertThat(decision.memory().topics()).isEmpty();
    }

    @Test
    void all_done_already_before_anything_was_proposed_is_heard() {
        Chat chat = Chat.begin().in(Language.DE).healthyLine();
        chat.says("…", "internet_slow");
        Decision decision = chat.says("das habe ich alles schon gemacht!!!", "already_tried");
        assertThat(decision.kind()).isEqualTo(Kind.ASK);
        assertThat(decision.memory().talk().misunderstood()).isZero();
    }

    @Test
    void anger_and_mockery_do_not_hide_the_trouble() {
        assertThat(Chat.begin().says("your f… internet is down AGAIN", "abuse").dialog())
                .isEqualTo("internet-down");
        assertThat(Chat.begin()
                        .says("oh great, another evening without internet", "compliment")
                        .dialog())
                .isEqualTo("internet-down");
    }

    @Test
    void a_thumb_is_an_answer_and_other_signs_are_asked_about() {
        Chat chat = Chat.begin().healthyLine();
        assertThat(Chat.text(chat.says("😡", "oos"))).contains("cannot tell from that alone");
        chat.says("slow internet", "internet_slow");
        chat.says("on all devices", "oos");
        chat.says("👎", "oos");
        assertThat(chat.memory().tried()).hasSize(1);
    }

    @Test
    void a_script_that_nobody_reads_here_is_said_to_be_so() {
        assertThat(Chat.text(Chat.begin().says("الإنترنت بطيء جدا", "oos"))).contains("Español");
    }

    @Test
    void a_german_day_without_its_year_is_a_day() {
        Chat chat = Chat.begin().in(Language.DE);
        chat.says("Ich ziehe um", "move_home");
        Decision decision = chat.says("am 15.12.", "bill_explain", .62);
        assertThat(decision.memory().facts().values())
                .anySatisfy(known -> assertThat(known.value()).endsWith("-12-15"));
    }

    private static Chat trying(Language language) {
        Chat chat = Chat.begin().in(language).healthyLine();
        chat.says("…", "internet_slow");
        chat.picks("f:internet-slow:where:everywhere");
        assertThat(chat.memory().talk().asked().choices())
                .anySatisfy(choice -> assertThat(choice.id()).startsWith("r:internet-slow:"));
        return chat;
    }
}
