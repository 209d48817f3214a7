package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.message.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where nobody is there, the customer chooses: to wait, to be called back, or to go on with the bot. */
class CallbackTest {
    private static final Instant TOMORROW = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-03T15:00:00Z");

    private static List<Choice> choices(Decision decision) {
        return decision.say().getFirst() instanceof Content.Choices offered ? offered.choices() : List.of();
    }

    @Test
    void times_are_offered_where_nobody_is_there() {
        Decision decision = Chat.begin().callbacks(TOMORROW, LATER).says("agent", "human_request");
        assertThat(decision.handoff()).isNotNull();
        assertThat(choices(decision)).extracting(Choice::id).contains("cb:" + TOMORROW.getEpochSecond());
        assertThat(choices(decision))
                .hasSize(3)
                .allSatisfy(choice -> assertThat(choice.title()).hasSizeLessThanOrEqualTo(24));
    }

    @Test
    void in_each_language_the_titles_are_short_enough_for_every_channel() {
        for (Language language : Language.values()) {
            Decision decision = Chat.begin().in(language).callbacks(TOMORROW).says("agent", "human_request");
            assertThat(choices(decision))
                    .isNotEmpty()
                    .allSatisfy(choice -> assertThat(choice.title()).hasSizeLessThanOrEqualTo(24));
        }
    }

    @Test
    void a_time_that_is_chosen_is_booked_and_the_wait_is_over() {
        Chat chat = Chat.begin().callbacks(TOMORROW, LATER);
        chat.says("agent", "human_request");
        Decision booked = chat.waiting(true).picks("cb:" + LATER.getEpochSecond());
        assertThat(booked.callBackAt()).isEqualTo(LATER);
        assertThat(booked.leaveQueue()).isFalse();
        assertThat(Chat.text(booked)).contains("3 Mar");
    }

    @Test
    void german_days_are_ordinals() {
        Chat chat = Chat.begin().in(Language.DE).callbacks(LATER);
        chat.says("Mitarbeiter", "human_request");
        assertThat(Chat.text(chat.waiting(true).picks("cb:" + LATER.getEpochSecond())))
                .contains("Am Di. 3. M\u00e4rz 15:00 meldet");
    }

    @Test
    void the_number_of_a_time_chooses_it_too() {
        Chat chat = Chat.begin().callbacks(TOMORROW, LATER);
        chat.says("agent", "human_request");
        assertThat(chat.waiting(true).says("2", "oos").callBackAt()).isEqualTo(LATER);
    }

    @Test
    void going_on_here_leaves_the_queue() {
        Chat chat = Chat.begin().callbacks(TOMORROW);
        chat.says("agent", "human_request");
        Decision decision = chat.waiting(true).picks("t:no");
        assertThat(decision.leaveQueue()).isTrue();
        assertThat(decision.callBackAt()).isNull();
    }

    @Test
    void a_time_that_is_past_or_far_away_is_not_booked() {
        Chat chat = Chat.begin().callbacks(TOMORROW).waiting(true);
        assertThat(chat.picks("cb:" + Chat.START.minusSeconds(60).getEpochSecond())
                        .callBackAt())
                .isNull();
        assertThat(chat.picks("cb:" + Chat.START.plus(Duration.ofDays(40)).getEpochSecond())
                        .callBackAt())
                .isNull();
        assertThat(chat.picks("cb:99999999999999999999").callBackAt()).isNull();
    }

    @Test
    void when_nobody_came_the_bot_says_so_and_goes_on() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("my internet is slow", "internet_slow");
        chat.callbacks(TOMORROW);
        Decision decision = chat.nobodyCame();
        assertThat(Chat.text(decision)).contains("nobody has come");
        assertThat(choices(decision)).extracting(Choice::id).contains("cb:" + TOMORROW.getEpochSecond());
        assertThat(decision.handoff()).isNull();
    }
}
