package io.attune.crash;

import static io.attune.crash.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crash.History.Accepted;
import io.attune.crash.History.Conflict;
import io.attune.crash.History.Refused;
import io.attune.crash.Violation.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For each promise a history that breaks it, which must be found, beside honest ones, which must pass. */
class InvariantsTest {

    @Test
    void an_honest_conversation_passes() {
        assertThat(greeted().customer("a", "slow").bot(2, "Let me look.").judged())
                .isEmpty();
    }

    @Test
    void a_joined_burst_and_an_answer_in_two_messages_pass() {
        assertThat(greeted()
                        .customer("a", "my internet")
                        .customer("b", "is slow")
                        .bot(3, "Let me look.")
                        .bot(3, "Which device?")
                        .customer("c", "phone")
                        .bot(6, "Thanks.")
                        .judged())
                .isEmpty();
    }

    @Test
    void a_takeover_in_the_middle_of_a_turn_and_the_return_pass() {
        assertThat(greeted()
                        .customer("a", "slow")
                        .happens("handoff.joined")
                        .agent("Hello, I am Ana.")
                        .customer("b", "hi Ana")
                        .happens("handoff.returned")
                        .customer("c", "and the bill?")
                        .bot(7, "Your bill …")
                        .judged())
                .isEmpty();
    }

    @Test
    void a_resumed_stream_and_a_marked_repetition_pass() {
        assertThat(greeted()
                        .customer("a", "slow")
                        .sees(0, 1)
                        .accepted("a", 2, true)
                        .bot(2, "Let me look.")
                        .sees(1, 3)
                        .judged())
                .isEmpty();
    }

    @Test
    void finds_an_acknowledged_message_that_is_missing() {
        assertThat(rules(greeted().sent("a", "slow").accepted("a", 2, false))).contains(Rule.ACKNOWLEDGED_MISSING);
    }

    @Test
    void finds_an_acknowledged_message_at_another_place() {
        assertThat(rules(greeted()
                        .sent("a", "slow")
                        .stored("a", "slow")
                        .accepted("a", 7, false)
                        .bot(2, "?")))
                .containsOnly(Rule.ACKNOWLEDGED_MISSING);
    }

    @Test
    void finds_a_doubled_message() {
        assertThat(rules(greeted().customer("a", "slow").stored("a", "slow").bot(3, "Let me look.")))
                .containsOnly(Rule.DOUBLED);
    }

    @Test
    void finds_messages_in_another_order() {
        assertThat(rules(greeted()
                        .sent("a", "1")
                        .sent("b", "2")
                        .stored("b", "2")
                        .stored("a", "1")
                        .bot(3, "?")))
                .containsOnly(Rule.REORDERED);
    }

    @Test
    void finds_altered_words() {
        assertThat(rules(greeted().sent("a", "slow").stored("a", "slw").bot(2, "?")))
                .containsOnly(Rule.ALTERED);
    }

    @Test
    void finds_a_message_that_nobody_sent() {
        assertThat(rules(greeted().stored("x", "hello").bot(2, "?"))).containsOnly(Rule.INVENTED);
    }

    @Test
    void finds_a_gap_and_a_wrong_head() {
        Story gap = greeted().log(Story.event(3, "message", "bot", null, null, "news"));
        assertThat(rules(gap)).contains(Rule.GAP);
        assertThat(greeted().judged(5)).extracting(Violation::rule).contains(Rule.GAP);
    }

    @Test
    void finds_an_id_that_moved() {
        assertThat(rules(greeted().customer("a", "slow").accepted("a", 9, true).bot(2, "?")))
                .contains(Rule.ID_MOVED);
    }

    @Test
    void finds_an_unmarked_repetition() {
        assertThat(rules(greeted().customer("a", "slow").accepted("a", 2, false).bot(2, "?")))
                .containsOnly(Rule.DUP_UNMARKED);
    }

    @Test
    void finds_a_conflict_let_through_and_one_imagined() {
        Story known = greeted().customer("a", "slow").bot(2, "?");
        assertThat(rules(known.reply(new Conflict("a", "id_conflict")))).isEmpty();
        assertThat(rules(known.reply(new Conflict("a", null)))).containsOnly(Rule.CONFLICT_MISJUDGED);
        assertThat(rules(greeted().sent("b", "x").reply(new Refused("b", "id_conflict"))))
                .containsOnly(Rule.CONFLICT_MISJUDGED);
        assertThat(rules(greeted().reply(new Accepted("c", 1, false)))).contains(Rule.ACKNOWLEDGED_MISSING);
    }

    @Test
    void finds_a_message_without_an_answer() {
        assertThat(rules(greeted().customer("a", "slow").bot(2, "?").customer("b", "well")))
                .containsOnly(Rule.UNANSWERED);
    }

    @Test
    void finds_a_message_left_open_after_the_bot_got_the_conversation_back() {
        assertThat(rules(greeted()
                        .happens("handoff.joined")
                        .happens("handoff.returned")
                        .customer("a", "slow")))
                .containsOnly(Rule.UNANSWERED);
    }

    @Test
    void finds_an_answer_given_again() {
        assertThat(rules(greeted().customer("a", "slow").bot(2, "Look.").bot(2, "Look.")))
                .containsOnly(Rule.ANSWERED_TWICE);
        assertThat(rules(greeted()
                        .customer("a", "slow")
                        .bot(2, "One.")
                        .customer("b", "?")
                        .bot(2, "Two.")
                        .bot(4, "Yes.")))
                .containsOnly(Rule.ANSWERED_TWICE);
        assertThat(rules(greeted()
                        .customer("a", "1")
                        .customer("b", "2")
                        .bot(3, "Both.")
                        .bot(2, "One.")))
                .containsOnly(Rule.ANSWERED_TWICE);
        assertThat(rules(greeted().bot(null, "Hello."))).containsOnly(Rule.ANSWERED_TWICE);
    }

    @Test
    void finds_an_answer_to_nothing() {
        assertThat(rules(greeted().bot(1, "Yes?"))).containsOnly(Rule.ANSWERS_NOTHING);
    }

    @Test
    void finds_a_bot_that_speaks_while_a_person_does() {
        assertThat(rules(greeted()
                        .customer("a", "slow")
                        .happens("handoff.joined")
                        .bot(2, "Let me look.")))
                .containsOnly(Rule.BOT_AFTER_TAKEOVER);
        assertThat(rules(greeted()
                        .happens("handoff.joined")
                        .happens("handoff.transferred")
                        .bot(null, "Still here.")))
                .contains(Rule.BOT_AFTER_TAKEOVER);
    }

    @Test
    void finds_a_stream_that_is_not_the_log() {
        Story story = greeted().customer("a", "slow").bot(2, "Let me look.");
        var other = List.of(
                story.events().get(0),
                story.events().get(1),
                Story.event(3, "message", "bot", null, 2, "Something else."));
        assertThat(rules(story.sees(0, false, other))).containsOnly(Rule.STREAM_DIFFERS);
        Story vanished = greeted();
        vanished.sees(0, false, List.of(vanished.events().getFirst(), other.getLast()));
        assertThat(rules(vanished)).contains(Rule.STREAM_DIFFERS);
    }

    @Test
    void finds_a_hole_a_repetition_and_an_early_end_of_the_stream() {
        assertThat(rules(answered().sees(0, 2).sees(1, true, answered().events().subList(2, 3))))
                .containsOnly(Rule.STREAM_BROKEN);
        assertThat(rules(answered().sees(0, 2).sees(2, true, answered().events().subList(1, 3))))
                .containsOnly(Rule.STREAM_BROKEN);
        assertThat(rules(answered().sees(0, 2))).containsOnly(Rule.STREAM_BROKEN);
    }

    @Test
    void finds_a_resume_that_was_not_honoured() {
        Story story = answered().sees(0, 2);
        story.sees(2, false, story.events().subList(2, 3));
        assertThat(rules(story)).containsOnly(Rule.NOT_RECOVERED);
    }

    @Test
    void reports_frames_that_the_schema_refuses() {
        assertThat(rules(answered().gets("event: required property 'at' not found")))
                .containsOnly(Rule.SCHEMA);
    }

    private static Story greeted() {
        return aStory().bot(null, "Hello.");
    }

    private static Story answered() {
        return greeted().customer("a", "slow").bot(2, "Let me look.");
    }

    private static List<Rule> rules(Story story) {
        return story.judged().stream().map(Violation::rule).distinct().toList();
    }
}
