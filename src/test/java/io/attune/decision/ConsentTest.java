package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.ConsentTalk;
import io.attune.customer.Consents;
import io.attune.customer.Notices;
import io.attune.customer.Purpose;
import io.attune.customer.Settings;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.cue.CueKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTest {
    private static final String VERSION = "2026-11";
    private static final String OUTAGE = "outage.area";

    private static Mood saying(String kind, String words) {
        return new Mood(0, 0, 0, 0, 0, List.of(new Mood.Cue(kind, words)));
    }

    private static boolean granted(Chat chat, Purpose purpose) {
        return chat.settings().consents().granted(purpose);
    }

    private static Settings said(Purpose purpose, boolean granted) {
        return Settings.NONE.with(Consents.NONE.with(purpose, new Consents.Choice(granted, Chat.START)));
    }

    @Test
    void the_greeting_is_one_message_that_tells_what_is_used_and_how_to_object() {
        Decision greeting = Chat.begin().greet();
        assertThat(greeting.say()).hasSize(1);
        assertThat(Chat.text(greeting)).contains("automated assistant", "To help you I use", "don't profile me");
        assertThat(greeting.consent())
                .as("nothing is kept of who only looks in")
                .isEqualTo(ConsentTalk.NONE);
    }

    @Test
    void the_notice_is_kept_once_the_customer_writes_and_not_told_again_in_this_channel() {
        Chat chat = Chat.begin();
        chat.greet();
        Decision answer = chat.says("my internet is slow", "internet_slow");
        assertThat(answer.consent().told()).containsEntry("notice.web", VERSION);
        assertThat(chat.says("in the bedroom", "oos").consent().told()).isEmpty();
        assertThat(Chat.text(chat.comeBack().greet())).doesNotContain("To help you I use");
        assertThat(Chat.text(chat.comeBack().on(Channel.WHATSAPP).says("hello, slow internet", "internet_slow")))
                .contains("automated assistant", "To help you I use");
    }

    @Test
    void a_new_version_of_the_notice_is_told_again() {
        var old = Notices.NONE.with("notice.web", new Notices.Told("2020-01", Chat.START));
        assertThat(Chat.text(Chat.begin().having(Settings.NONE.with(old)).greet()))
                .contains("To help you I use");
    }

    @Test
    void whoever_objected_is_not_told_how_to() {
        assertThat(Chat.text(Chat.begin()
                        .having(said(Purpose.PERSONALISATION, false))
                        .greet()))
                .doesNotContain("To help you I use");
    }

    @Test
    void a_first_message_that_needs_a_person_is_answered_without_the_notice() {
        Decision answer = Chat.begin().says("I want a person", "human_request");
        assertThat(answer.handoff()).isNotNull();
        assertThat(Chat.text(answer)).contains("automated assistant").doesNotContain("To help you I use");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_objection_takes_effect_and_is_confirmed_in_every_language(Language language) {
        Chat chat = Chat.begin().in(language);
        chat.greet();
        Decision answer = chat.says("…", "oos", saying(CueKinds.OBJECTS, "…"));
        assertThat(answer.consent().said())
                .containsExactly(new ConsentTalk.Said(Purpose.PERSONALISATION, false, "own words/" + VERSION));
        assertThat(answer.kind()).isEqualTo(Kind.INFORM);
        assertThat(Chat.text(answer)).doesNotContain("{").hasSizeGreaterThan(60);
        assertThat(granted(chat, Purpose.PERSONALISATION)).isFalse();
        var kept = chat.settings().consents().said().get(Purpose.PERSONALISATION);
        assertThat(kept.channel()).isEqualTo("web");
        assertThat(kept.at()).isAfter(Chat.START);
    }

    @Test
    void an_objection_can_be_taken_back_the_same_way() {
        Chat chat = Chat.begin();
        chat.says("don't profile me", "oos", saying(CueKinds.OBJECTS, "don't profile me"));
        Decision answer = chat.says("you may profile me again", "oos", saying(CueKinds.PERMITS, "you may profile me"));
        assertThat(granted(chat, Purpose.PERSONALISATION)).isTrue();
        assertThat(Chat.text(answer)).contains("again");
    }

    @Test
    void an_objection_in_the_middle_of_a_topic_goes_back_to_the_open_question() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        Decision answer =
                chat.says("stop using my data", "mobile_data", saying(CueKinds.OBJECTS, "stop using my data"));
        assertThat(Chat.text(answer)).contains("Done:");
        assertThat(chat.memory().topic().orElseThrow().dialog()).isEqualTo("internet-slow");
        assertThat(chat.memory().topics()).hasSize(1);
        assertThat(Chat.choices(answer)).isNotEmpty();
    }

    @Test
    void an_objection_beside_a_matter_is_confirmed_and_the_matter_is_taken_up() {
        Decision answer = Chat.begin()
                .says(
                        "My internet is terribly slow, and please don't profile me",
                        "internet_slow",
                        saying(CueKinds.OBJECTS, "don't profile me"));
        assertThat(answer.dialog()).isEqualTo("internet-slow");
        assertThat(Chat.text(answer)).contains("Done:");
    }

    @Test
    void an_objection_is_heard_while_waiting_for_a_person_and_with_the_wish_for_one() {
        Chat chat = Chat.begin();
        Decision handed = chat.says(
                "don't profile me, give me a person", "human_request", saying(CueKinds.OBJECTS, "don't profile me"));
        assertThat(handed.handoff()).isNotNull();
        assertThat(granted(chat, Purpose.PERSONALISATION)).isFalse();
        Decision back = chat.says("you may profile me", "oos", saying(CueKinds.PERMITS, "you may profile me"));
        assertThat(back.kind()).isEqualTo(Kind.NOTED);
        assertThat(granted(chat, Purpose.PERSONALISATION)).isTrue();
    }

    @Test
    void unease_is_asked_back_about_and_changes_nothing_by_itself() {
        Chat chat = Chat.begin();
        Decision asked = chat.says("this is creepy", "oos", saying(CueKinds.UNEASY, "creepy"));
        assertThat(asked.consent().said()).isEmpty();
        assertThat(Chat.choices(asked)).containsExactly("c:personalisation:no", "c:personalisation:yes");
        chat.says("yes please", "affirm");
        assertThat(granted(chat, Purpose.PERSONALISATION)).isFalse();
    }

    @Test
    void advertising_is_refused_in_own_words() {
        Chat chat = Chat.begin().having(said(Purpose.MARKETING, true));
        chat.says("no more ads", "oos", saying(CueKinds.NO_ADS, "no more ads"));
        assertThat(granted(chat, Purpose.MARKETING)).isFalse();
        assertThat(granted(chat, Purpose.PERSONALISATION)).isTrue();
    }

    private static Chat inAnOutage() {
        return Chat.begin().line(OUTAGE, "confirmed", "outage.eta", "2026-03-02T18:00:00Z", "line.sync", "down");
    }

    /** Goes on until the topic is over. */
    private static Decision toldOfTheOutage(Chat chat) {
        chat.greet();
        chat.says("no internet", "internet_down");
        return chat.says("ok thanks", "thanks");
    }

    @Test
    void in_an_outage_it_asks_whether_it_may_write_first() {
        Chat chat = inAnOutage();
        Decision asked = toldOfTheOutage(chat);
        assertThat(Chat.choices(asked)).containsExactly("c:proactive:yes", "c:proactive:no");
        assertThat(asked.memory().talk().asked().prompt()).isEqualTo(Prompt.CONSENT);
        Decision answer = chat.says("yes please", "affirm");
        assertThat(answer.consent().said())
                .containsExactly(new ConsentTalk.Said(Purpose.PROACTIVE, true, "question.proactive/" + VERSION));
        assertThat(granted(chat, Purpose.PROACTIVE)).isTrue();
        assertThat(Chat.text(answer)).contains("anything else");
    }

    @Test
    void a_question_without_an_answer_comes_again_after_a_month_at_the_earliest_and_never_after_a_no() {
        Chat chat = inAnOutage();
        toldOfTheOutage(chat);
        chat.says("what about my bill", "bill_explain");
        assertThat(chat.settings().consents().isDecided(Purpose.PROACTIVE)).isFalse();
        assertThat(asksIn(asked(Duration.ofDays(2)))).isFalse();
        assertThat(asksIn(asked(Duration.ofDays(40)))).isTrue();
        assertThat(asksIn(said(Purpose.PROACTIVE, false))).isFalse();
        assertThat(asksIn(said(Purpose.PROACTIVE, true))).isFalse();
    }

    private static Settings asked(Duration ago) {
        return Settings.NONE.with(
                Notices.NONE.with("question.proactive", new Notices.Told(VERSION, Chat.START.minus(ago))));
    }

    private static boolean asksIn(Settings settings) {
        return Chat.choices(toldOfTheOutage(inAnOutage().having(settings))).contains("c:proactive:yes");
    }

    private static Decision solvedAndLeaving(Chat chat) {
        chat.healthyLine().line("router.uptimeDays", "63");
        chat.says("slow internet everywhere", "internet_slow");
        chat.says("it works again now", "it_worked");
        return chat.says("no that was all", "deny");
    }

    @Test
    void a_returning_customer_is_asked_for_improvement_after_a_solved_conversation_and_then_let_go() {
        Chat chat = Chat.begin().query(30, "bill_explain");
        Decision asked = solvedAndLeaving(chat);
        assertThat(Chat.choices(asked)).containsExactly("c:improvement:yes", "c:improvement:no");
        assertThat(asked.endOfConversation()).isFalse();
        Decision bye = chat.picks("c:improvement:yes");
        assertThat(bye.endOfConversation()).isTrue();
        assertThat(granted(chat, Purpose.IMPROVEMENT)).isTrue();
        assertThat(solvedAndLeaving(chat.comeBack()).endOfConversation()).isTrue();
    }

    @Test
    void somebody_who_is_here_for_the_first_time_is_not_asked_for_improvement() {
        assertThat(solvedAndLeaving(Chat.begin()).endOfConversation()).isTrue();
    }

    @Test
    void a_choice_that_names_no_purpose_is_stale_and_changes_nothing() {
        Chat chat = Chat.begin();
        for (String id : List.of("c:", "c:everything:yes", "c:proactive:perhaps", "c:proactive")) {
            assertThat(chat.picks(id).consent().said()).as(id).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void questions_fit_on_three_buttons_of_twenty_characters(Language language) {
        Chat outage = inAnOutage().in(language);
        Chat uneasy = Chat.begin().in(language);
        for (Decision asked : List.of(toldOfTheOutage(outage), uneasy.says("…", "oos", saying(CueKinds.UNEASY, "…")))) {
            var choices = ((Content.Choices) asked.say().getLast()).choices();
            assertThat(choices)
                    .hasSizeBetween(2, 3)
                    .allSatisfy(choice -> assertThat(choice.title()).hasSizeLessThanOrEqualTo(20));
        }
    }

    @Test
    void a_grant_holds_from_the_time_it_was_given() {
        Instant at = Chat.START.plusSeconds(5);
        Settings after = new ConsentTalk(
                        List.of(new ConsentTalk.Said(Purpose.IMPROVEMENT, true, "question.improvement/1")),
                        java.util.Map.of())
                .after(Settings.NONE, "whatsapp", at);
        assertThat(after.consents().said().get(Purpose.IMPROVEMENT))
                .isEqualTo(new Consents.Choice(true, at, "whatsapp", "question.improvement/1"));
    }
}
