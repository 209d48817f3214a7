package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Band;
import io.attune.customer.Level;
import io.attune.customer.Profile;
import io.attune.decision.Decision.Kind;
import io.attune.decision.policy.ReasonCode;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandoffRulesTest {
    private static final Profile VALUED =
            new Profile(null, null, null, null, null, null, null, Level.HIGH, .3, null, null, null, null);

    @ParameterizedTest
    @EnumSource(Language.class)
    void hands_over_in_the_same_turn_when_the_customer_asks_for_a_person(Language language) {
        Decision decision = Chat.begin().in(language).says("…", "human_request");
        assertThat(decision.kind()).isEqualTo(Kind.HANDOFF);
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.handoff(decision).code()).isEqualTo(ReasonCode.CUSTOMER_ASKED);
        assertThat(Chat.text(decision)).contains("4").doesNotContain("?");
    }

    @Test
    void hands_over_from_every_step_of_a_dialog() {
        Chat chat = Chat.begin().healthyLine();
        List<Decision> steps = List.of(
                chat.greet(),
                chat.says("my internet is slow", "internet_slow"),
                chat.says("everywhere", "oos"),
                chat.says("hm", "oos"),
                chat.says("why is my bill so high", "bill_explain"));
        assertThat(steps).allSatisfy(step -> assertThat(step.handoff()).isNull());
        assertThat(chat.would("a person", "human_request").handoff()).isNotNull();
        for (String[] turn : new String[][] {{"no", "deny"}, {"stop", "cancel_topic"}, {"help", "help"}}) {
            chat.says(turn[0], turn[1]);
            assertThat(chat.would("a person", "human_request").handoff()).isNotNull();
        }
    }

    @Test
    void a_cue_in_the_words_is_enough_whatever_the_intent() {
        Mood asks = new Mood(0, 0, 0, 0, 0, List.of(new Mood.Cue("human", "real person")));
        Decision decision = Chat.begin().healthyLine().says("slow again, get me a real person", "internet_slow", asks);
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.handoff(decision).code()).isEqualTo(ReasonCode.CUSTOMER_ASKED);
        assertThat(decision.ledger())
                .anySatisfy(entry -> assertThat(entry.intent()).isEqualTo("internet_slow"));
    }

    @Test
    void says_honestly_that_nobody_is_there_and_queues_all_the_same() {
        Decision decision = Chat.begin().queue(0, Duration.ZERO).says("agent", "human_request");
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.text(decision)).contains("no colleague is online");
    }

    @Test
    void hands_over_at_the_fifth_same_query_of_an_unwilling_customer_of_high_value() {
        Chat chat = Chat.begin().healthyLine().of(VALUED).who(Band.MID, 0, .35);
        for (int day = 1; day <= 4; day++) {
            chat.query(day, "internet_slow");
        }
        Decision decision = chat.says("slow again", "internet_slow");
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.handoff(decision).rule()).isEqualTo("same-query-again");
        assertThat(Chat.handoff(decision).code()).isEqualTo(ReasonCode.VIP_RULE);
    }

    @Test
    void the_seed_rule_needs_all_of_its_parts() {
        assertThat(fifth(VALUED, .35, 3).handoff()).as("fourth query").isNull();
        assertThat(fifth(VALUED, .70, 4).handoff()).as("willing").isNull();
        assertThat(fifth(Profile.EMPTY, .35, 4).handoff()).as("value unknown").isNull();
        Chat old = Chat.begin().healthyLine().of(VALUED).who(Band.MID, 0, .35);
        for (int day = 15; day <= 18; day++) {
            old.query(day, "internet_slow");
        }
        assertThat(old.says("slow", "internet_slow").handoff())
                .as("too long ago")
                .isNull();
    }

    private static Decision fifth(Profile profile, double enthusiasm, int before) {
        Chat chat = Chat.begin().healthyLine().of(profile).who(Band.MID, 0, enthusiasm);
        for (int day = 1; day <= before; day++) {
            chat.query(day, "internet_slow");
        }
        return chat.says("slow again", "internet_slow");
    }

    @Test
    void distress_goes_to_a_person_with_priority() {
        Mood mood = new Mood(0, 0, 0, 0, .8, List.of(new Mood.Cue("distress", "medical alarm")));
        Decision decision = Chat.begin().says("my medical alarm is dead", "phone_no_dial_tone", mood);
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.handoff(decision).code()).isEqualTo(ReasonCode.VULNERABLE_CUSTOMER);
        assertThat(Chat.handoff(decision).priority()).isEqualTo(3);
        assertThat(Chat.text(decision)).contains("emergency number");
    }

    @Test
    void a_lawyer_or_regulator_goes_to_a_person() {
        Mood mood = new Mood(.3, 0, 0, 0, 0, List.of(new Mood.Cue("legal", "my lawyer")));
        Decision decision = Chat.begin().says("you will hear from my lawyer", "bill_dispute", mood);
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.handoff(decision).rule()).isEqualTo("legal");
    }

    @Test
    void whoever_says_the_same_three_times_gets_a_person() {
        Chat chat = Chat.begin().healthyLine();
        assertThat(chat.says("my internet is so slow", "internet_slow").handoff())
                .isNull();
        assertThat(chat.says("my internet is so slow", "internet_slow").handoff())
                .isNull();
        Decision third = chat.says("my internet is so slow", "internet_slow");
        assertThat(third.handoff()).isNotNull();
        assertThat(Chat.handoff(third).code()).isEqualTo(ReasonCode.REPEATED_FAILURE);
    }

    @Test
    void help_rises_when_the_customer_is_not_understood() {
        Chat chat = Chat.begin();
        Decision first = chat.says("blub", "oos");
        Decision second = chat.says("blah", "oos");
        Decision third = chat.says("blip", "oos");
        assertThat(List.of(first.kind(), second.kind(), third.kind()))
                .containsExactly(Kind.NOT_UNDERSTOOD, Kind.OFFER_HANDOFF, Kind.HANDOFF);
        assertThat(Chat.choices(first)).contains("i:internet_slow", "t:person");
    }

    @Test
    void anger_that_lasts_leads_to_a_person() {
        Chat chat = Chat.begin().healthyLine().who(Band.MID, 0, .3);
        Mood furious = new Mood(1, 0, 0, 0, 0, List.of());
        Decision decision = chat.says("this is slow and useless", "internet_slow", furious);
        String[] angry = {"useless thing", "what a joke this is", "again nothing", "I am fed up", "rubbish", "hopeless"
        };
        for (int i = 0; i < angry.length && decision.handoff() == null; i++) {
            decision = chat.says(angry[i], "still_broken", furious);
        }
        assertThat(decision.handoff()).isNotNull();
        assertThat(decision.reasons()).isNotEmpty();
    }

    @Test
    void in_the_queue_a_first_message_is_acknowledged_and_further_ones_are_noted() {
        Chat chat = Chat.begin();
        chat.says("a person please", "human_request");
        Decision first = chat.says("my number is on the bill", "oos");
        Decision second = chat.says("hello?", "greeting");
        assertThat(List.of(first.kind(), second.kind())).containsOnly(Kind.NOTED);
        assertThat(first.say()).hasSize(1);
        assertThat(second.say()).isEmpty();
        assertThat(second.leaveQueue()).isFalse();
    }

    @Test
    void never_mind_leaves_the_queue_and_goes_on_where_it_was() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        chat.says("a person please", "human_request");
        Decision decision = chat.says("never mind", "cancel_topic");
        assertThat(decision.leaveQueue()).isTrue();
        assertThat(decision.dialog()).isEqualTo("internet-slow");
        assertThat(Chat.choices(decision)).anyMatch(id -> id.startsWith("f:internet-slow:"));
    }

    @Test
    void a_declined_offer_is_respected() {
        Chat chat = Chat.begin();
        chat.says("blub", "oos");
        chat.says("blah", "oos");
        Decision decision = chat.says("no", "deny");
        assertThat(decision.handoff()).isNull();
        assertThat(decision.memory().course().declined()).isEqualTo(1);
    }
}
