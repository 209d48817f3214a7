package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.Preferences.QuietHours;
import io.attune.decision.Decision.Kind;
import io.attune.decision.Silence.Reach;
import io.attune.decision.Silence.Stage;
import io.attune.message.Channel;
import io.attune.message.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SilenceTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant SPOKEN = Instant.parse("2026-03-02T20:00:00Z");
    private static final Silence SILENCE = Silence.DEFAULT;

    private static Chat asked() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        return chat;
    }

    private static Reach reach(Channel channel, @Nullable QuietHours quiet) {
        return new Reach(channel, MADRID, quiet, SPOKEN, SPOKEN.minusSeconds(5));
    }

    private static Instant due(Chat chat, Reach reach) {
        return SILENCE.due(chat.memory(), Chat.BOOK, reach, SPOKEN).orElseThrow();
    }

    @Test
    void a_question_is_followed_up_once_and_then_the_conversation_is_closed() {
        Chat chat = asked();
        assertThat(due(chat, reach(Channel.WEB, null))).isEqualTo(SPOKEN.plus(Duration.ofMinutes(15)));
        Decision nudge = chat.silent(Stage.NUDGE);
        assertThat(nudge.kind()).isEqualTo(Kind.NUDGE);
        assertThat(Chat.choices(nudge)).anyMatch(id -> id.startsWith("f:internet-slow:where:"));
        assertThat(due(chat, reach(Channel.WEB, null))).isEqualTo(SPOKEN.plus(Duration.ofHours(12)));
        Decision close = chat.silent(Stage.CLOSE);
        assertThat(close.endOfConversation()).isTrue();
        assertThat(Chat.text(close)).contains("Slow internet").contains("write here at any time");
        assertThat(SILENCE.due(chat.memory(), Chat.BOOK, reach(Channel.WEB, null), SPOKEN))
                .isEmpty();
    }

    @Test
    void who_tries_a_step_is_given_the_minutes_that_it_takes() {
        Chat chat = asked().line("router.uptimeDays", "63");
        Decision remedy = chat.says("everywhere", "oos");
        assertThat(remedy.kind()).isEqualTo(Kind.REMEDY);
        assertThat(due(chat, reach(Channel.WEB, null))).isAfter(SPOKEN.plus(Duration.ofMinutes(15)));
        assertThat(Chat.text(chat.silent(Stage.NUDGE))).contains("Take the time you need");
    }

    @Test
    void an_answer_starts_it_over() {
        Chat chat = asked();
        chat.silent(Stage.NUDGE);
        chat.says("on my phone only", "oos");
        assertThat(SILENCE.stage(chat.memory(), reach(Channel.WEB, null), SPOKEN))
                .contains(Stage.NUDGE);
    }

    @Test
    void the_last_question_can_still_be_answered_after_the_close() {
        Chat chat = asked();
        chat.silent(Stage.NUDGE);
        chat.silent(Stage.CLOSE);
        Decision decision = chat.says("2", "oos");
        assertThat(decision.memory().fact("internet-slow", "where"))
                .hasValueSatisfying(known -> assertThat(known.value()).isEqualTo("one-device"));
    }

    @Test
    void who_comes_back_after_the_close_is_welcomed_and_goes_on_where_it_stopped() {
        Chat chat = asked();
        chat.silent(Stage.NUDGE);
        chat.silent(Stage.CLOSE);
        Decision decision = chat.says("hello again", "greeting");
        assertThat(Chat.text(decision)).startsWith("Good that you are back.");
        assertThat(Chat.choices(decision)).anyMatch(id -> id.startsWith("f:internet-slow:where:"));
    }

    @Test
    void whether_there_is_anything_else_is_not_asked_twice() {
        Chat chat = asked();
        chat.says("it works now", "it_worked");
        assertThat(SILENCE.stage(chat.memory(), reach(Channel.WEB, null), SPOKEN))
                .contains(Stage.CLOSE);
        assertThat(Chat.text(chat.silent(Stage.CLOSE))).contains("nothing else");
    }

    @Test
    void quiet_hours_are_kept_also_over_midnight() {
        Chat chat = asked();
        var night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
        assertThat(due(chat, reach(Channel.WEB, night))).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(due(chat, reach(Channel.WEB, noon))).isEqualTo(SPOKEN.plus(Duration.ofMinutes(15)));
    }

    @Test
    void nobody_is_written_to_where_the_channel_takes_no_free_text() {
        Reach phone = reach(Channel.WHATSAPP, null);
        assertThat(phone.at(SPOKEN.plus(Duration.ofHours(23)))).isTrue();
        assertThat(phone.at(SPOKEN.plus(Duration.ofHours(24)))).isFalse();
        Chat chat = asked();
        Reach onRequest = reach(Channel.RASA, null);
        assertThat(SILENCE.stage(chat.memory(), onRequest, SPOKEN)).contains(Stage.CLOSE);
        Decision close = chat.silentlyClosed();
        assertThat(close.say()).isEmpty();
        assertThat(close.endOfConversation()).isTrue();
    }

    @Test
    void a_follow_up_hands_nothing_over_though_the_line_has_meanwhile_gone_down() {
        Chat chat = asked().queue(0, Duration.ZERO).line("line.sync", "down", "line.errors", "high");
        Decision nudge = chat.silent(Stage.NUDGE);
        assertThat(nudge.handoff()).isNull();
        assertThat(Chat.text(nudge)).isNotBlank();
    }

    @Test
    void it_can_be_switched_off() {
        var never = new Silence(Duration.ZERO, Duration.ZERO);
        assertThat(never.due(asked().memory(), Chat.BOOK, reach(Channel.WEB, null), SPOKEN))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_follow_up_is_in_the_customers_language(Language language) {
        Chat chat = Chat.begin().in(language).healthyLine();
        chat.says("…", "internet_slow");
        String wanted = Chat.BOOK
                .talk()
                .find("silence.question")
                .orElseThrow()
                .in(language, io.attune.dialog.Pitch.STANDARD)
                .getFirst();
        assertThat(Chat.text(chat.silent(Stage.NUDGE))).startsWith(wanted);
    }
}
