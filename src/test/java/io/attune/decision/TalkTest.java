package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.Outcome;
import io.attune.customer.Profile;
import io.attune.decision.Decision.Kind;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TalkTest {
    private static final Profile ANA =
            new Profile("Ana Ruiz", "Ana", null, null, null, null, null, null, null, null, null, null, null);

    @Test
    void the_greeting_fits_the_hour_and_the_name_and_says_what_it_is() {
        String text = Chat.text(Chat.begin().of(ANA).greet());
        assertThat(text)
                .contains("Good morning, Ana!")
                .contains("automated assistant")
                .contains("person at any time");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_first_answer_says_what_it_is_where_there_was_no_greeting(Language language) {
        String intro = Chat.BOOK
                .talk()
                .find("intro")
                .orElseThrow()
                .in(language, io.attune.dialog.Pitch.STANDARD)
                .getFirst();
        Chat chat = Chat.begin().in(language);
        assertThat(Chat.text(chat.says("…", "internet_slow"))).startsWith(intro);
        assertThat(Chat.text(chat.says("!!", "dont_know"))).doesNotContain(intro);
    }

    @Test
    void a_known_outage_is_raised_in_the_greeting_once() {
        Chat chat = Chat.begin().healthyLine().line("outage.area", "north-7");
        assertThat(Chat.text(chat.greet())).contains("outage");
        assertThat(Chat.text(chat.says("why is my bill so high", "bill_explain")))
                .doesNotContain("outage");
    }

    @Test
    void never_says_the_same_twice_in_a_row() {
        Chat chat = Chat.begin().healthyLine();
        String before = Chat.text(chat.says("slow internet", "internet_slow"));
        for (String intent : new String[] {"oos", "thanks", "repeat", "greeting", "repeat", "repeat", "compliment"}) {
            String now = Chat.text(chat.says("text " + intent, intent));
            assertThat(now).as(intent).isNotEqualTo(before);
            before = now;
        }
    }

    @Test
    void small_talk_inside_a_dialog_returns_to_the_open_question() {
        Chat chat = Chat.begin().healthyLine();
        Decision question = chat.says("slow internet", "internet_slow");
        Decision answer = chat.says("are you a robot?", "bot_identity");
        assertThat(answer.kind()).isEqualTo(Kind.SMALLTALK);
        assertThat(Chat.text(answer)).contains("not a person");
        assertThat(Chat.choices(answer)).isEqualTo(Chat.choices(question));
    }

    @Test
    void a_number_a_title_or_own_words_pick_a_choice() {
        for (String words : List.of("2", "On one device", "only my phone")) {
            Chat chat = Chat.begin().healthyLine();
            chat.says("slow internet", "internet_slow");
            Decision decision = chat.says(words, "oos");
            assertThat(decision.memory().fact("internet-slow", "where"))
                    .as(words)
                    .hasValueSatisfying(known -> assertThat(known.value()).isEqualTo("one-device"));
        }
    }

    @Test
    void a_new_topic_interrupts_and_the_old_one_is_taken_up_again() {
        Chat chat = Chat.begin().healthyLine().of(bill("54.90", "44.90", "discount_ended"));
        chat.says("slow internet", "internet_slow");
        Decision bill = chat.says("and why is my bill higher?", "bill_explain");
        assertThat(bill.dialog()).isEqualTo("explain-bill");
        assertThat(Chat.text(bill)).contains("54.90").contains("discount").contains("Slow internet");
        Decision back = chat.says("yes", "affirm");
        assertThat(Chat.text(back)).contains("Slow internet");
        assertThat(Chat.choices(back)).anyMatch(id -> id.startsWith("f:internet-slow:where:"));
    }

    @Test
    void two_wishes_are_both_taken_up() {
        Chat chat = Chat.begin().healthyLine().of(bill("54.90", "44.90", "roaming"));
        Decision decision =
                chat.saysTogether("my internet is slow", "internet_slow", "and explain my bill", "bill_explain");
        assertThat(decision.dialog()).isEqualTo("internet-slow");
        assertThat(Chat.text(decision)).contains("My bill");
        Decision next = chat.says("it works again", "it_worked");
        assertThat(next.dialog()).isNotNull();
        assertThat(Chat.text(next)).contains("54.90");
    }

    @Test
    void an_unknown_bill_is_said_to_be_unknown() {
        Decision decision = Chat.begin().says("explain my bill", "bill_explain");
        assertThat(Chat.text(decision)).contains("not known to me");
    }

    @Test
    void near_intents_are_asked_about() {
        Chat chat = Chat.begin();
        Decision decision = chat.hears(
                "internet bad",
                new Understanding(
                        Language.EN,
                        List.of(new RankedIntent("internet_slow", .45), new RankedIntent("bill_explain", .40)),
                        List.of(),
                        Mood.NEUTRAL));
        assertThat(decision.kind()).isEqualTo(Kind.CLARIFY);
        assertThat(Chat.choices(decision)).contains("i:internet_slow", "i:bill_explain");
        assertThat(chat.picks("i:bill_explain").dialog()).isEqualTo("explain-bill");
    }

    @Test
    void going_back_takes_the_last_answer_back() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        chat.picks("f:internet-slow:where:everywhere");
        Decision decision = chat.says("go back", "go_back");
        assertThat(decision.memory().fact("internet-slow", "where")).isEmpty();
        assertThat(Chat.choices(decision)).anyMatch(id -> id.startsWith("f:internet-slow:where:"));
    }

    @Test
    void cancelling_ends_the_topic() {
        Chat chat = Chat.begin().healthyLine();
        chat.says("slow internet", "internet_slow");
        Decision decision = chat.says("forget it", "cancel_topic");
        assertThat(decision.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(decision.memory().topics()).isEmpty();
    }

    @Test
    void a_topic_without_a_dialog_gets_an_honest_answer_and_a_person() {
        Decision decision = Chat.begin().says("the contract should be my daughter's", "account_transfer");
        assertThat(Chat.text(decision)).contains("Transfer a contract").contains("cannot do that myself");
        assertThat(Chat.choices(decision)).contains("t:person");
    }

    @Test
    void goodbye_ends_the_conversation() {
        assertThat(Chat.begin().says("bye", "goodbye").endOfConversation()).isTrue();
    }

    @Test
    void every_decision_has_a_reason_and_every_choice_fits_a_button() {
        Chat chat = Chat.begin().healthyLine();
        for (String intent : List.of(
                "greeting",
                "internet_slow",
                "dont_know",
                "still_broken",
                "wait",
                "repeat",
                "go_back",
                "help",
                "abuse",
                "affirm",
                "deny",
                "already_tried",
                "it_worked",
                "cancel_topic",
                "goodbye")) {
            Decision decision = chat.says("text of " + intent, intent);
            assertThat(decision.reasons()).as(intent).isNotEmpty();
            decision.say().stream()
                    .filter(Content.Choices.class::isInstance)
                    .flatMap(content -> ((Content.Choices) content).choices().stream())
                    .forEach(choice -> assertThat(choice.shortTitle() == null ? choice.title() : choice.shortTitle())
                            .hasSizeLessThanOrEqualTo(20));
        }
    }

    private static Profile bill(String amount, String previous, String reason) {
        return new Profile(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("bill", Map.of("amount", amount, "previous", previous, "reason", reason)),
                null,
                null,
                null);
    }

    @Test
    void what_was_solved_and_comes_back_is_taken_up_again_with_something_else() {
        Chat chat = Chat.begin().healthyLine().line("router.uptimeDays", "63");
        chat.says("slow on all devices all day", "internet_slow");
        assertThat(chat.says("it works now", "it_worked").kind()).isEqualTo(Kind.RESOLVED);
        Decision decision = chat.says("no, slow again", "still_broken");
        assertThat(decision.dialog()).isEqualTo("internet-slow");
        assertThat(decision.remedy()).isNotEqualTo("restart-router");
        assertThat(Chat.text(decision)).contains("did not last");
        assertThat(decision.ledger())
                .anySatisfy(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.CAME_BACK));
    }

    @Test
    void every_text_that_the_rooms_name_is_there() throws IOException {
        var names =
                Pattern.compile("(?:talk|talkChoice|first|talkText|offer)\\((?:draft, |Ids\\.[A-Z]+, )?\"([a-z_.]+)\"");
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/io/attune/decision"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = names.matcher(Files.readString(file));
                while (found.find()) {
                    String key = found.group(1);
                    boolean there = Chat.BOOK.talk().byKey().keySet().stream().anyMatch(text -> text.startsWith(key));
                    if (!there) {
                        missing.add(key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void who_leaves_the_queue_is_not_put_back_into_it_at_once() {
        Chat chat = Chat.begin().healthyLine().line("outage.area", "N7", "outage.eta", "2026-03-02T18:00:00Z");
        chat.says("my internet is slow", "internet_slow");
        Decision over = chat.says("that is not it", "deny");
        assertThat(over.handoff()).isNotNull();
        Decision left = chat.waiting(true).says("forget it", "cancel_topic");
        assertThat(left.leaveQueue()).isTrue();
        assertThat(left.handoff()).isNull();
        assertThat(Chat.text(left)).contains("out of the queue", "nothing more that I can do myself");
    }

    @Test
    void what_is_said_again_leaves_nothing_out() {
        Chat chat = Chat.begin().healthyLine().line("outage.area", "N7", "outage.eta", "2026-03-02T18:00:00Z");
        assertThat(Chat.text(chat.says("my internet is slow", "internet_slow"))).contains("18:00");
        Decision again = chat.says("what?", "explain");
        assertThat(Chat.text(again)).contains("18:00", "My answer so far").doesNotContain("do not know", "Did it help");
    }

    @Test
    void what_was_only_told_is_not_thanked_for_as_tried() {
        Chat chat = Chat.begin().healthyLine().line("outage.area", "N7", "outage.eta", "2026-03-02T18:00:00Z");
        chat.says("my internet is slow", "internet_slow");
        assertThat(Chat.text(chat.says("that is not it", "deny")))
                .contains("not that")
                .doesNotContain("for trying", "rules something out");
        Chat works = Chat.begin().healthyLine().line("outage.area", "N7", "outage.eta", "2026-03-02T18:00:00Z");
        works.says("my internet is slow", "internet_slow");
        assertThat(Chat.text(works.says("it works again", "it_worked"))).contains("Good to hear");
    }

    @Test
    void a_correction_is_no_verdict_on_the_step_in_hand() {
        Chat chat = Chat.begin()
                .line("outage.area", "none", "line.sync", "ok", "line.downstreamMbps", "98")
                .line("line.planMbps", "100", "wifi.signal", "good");
        Decision first = chat.says("my internet is slow in the bedroom", "internet_slow");
        assertThat(first.remedy()).isNotNull();
        Decision corrected = chat.says("no, I meant all day", "deny");
        assertThat(chat.memory().tried()).isEmpty();
        assertThat(Chat.text(corrected)).contains("corrected");
    }
}
