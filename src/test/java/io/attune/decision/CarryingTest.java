package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.decision.memory.Tried;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Flow;
import io.attune.message.Channel;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A conversation goes on with other dialogs than it began with. */
class CarryingTest {
    private static final String FLOW = "parental-control";
    private static final DialogBook WITHOUT_STEP = with(withoutFirst((Flow) Chat.BOOK.dialog(FLOW).orElseThrow()));

    private final Decider decider = new Decider();

    private static DialogBook with(Dialog dialog) {
        Map<String, Dialog> dialogs = new HashMap<>(Chat.BOOK.dialogs());
        dialogs.put(dialog.id(), dialog);
        return new DialogBook(dialogs, Chat.BOOK.talk());
    }

    private static Flow withoutFirst(Flow flow) {
        var steps = new LinkedHashMap<>(flow.steps());
        steps.remove(flow.start());
        return new Flow(flow.id(), flow.intents(), flow.texts(), "age", steps);
    }

    /** Somebody who was asked what to set up. */
    private static Memory asked() {
        Chat chat = Chat.begin();
        chat.says("parental control please", "parental_control");
        assertThat(chat.memory().topic().map(Topic::open)).contains(new Open(Open.Kind.STEP, "what"));
        return chat.memory();
    }

    private static Situation situation(DialogBook book, Memory before, String text, String choice, String intent) {
        var meaning = new Understanding(Language.EN, List.of(new RankedIntent(intent, .95)), List.of(), Mood.NEUTRAL);
        return new Situation(
                Chat.START.plusSeconds(60),
                ZoneId.of("UTC"),
                Channel.WEB,
                Language.EN,
                List.of(new Heard(9, text, choice.isEmpty() ? null : choice, meaning)),
                Decider.startingFrom(before, false, true, book),
                Chat.estimates(io.attune.aptitude.Band.UNKNOWN, 0, .5),
                Situation.Customer.UNKNOWN,
                Diagnosis.UNKNOWN,
                new QueueState(2, 1, Duration.ofMinutes(4)),
                false,
                book,
                Map.of());
    }

    private Decision decide(DialogBook book, String text, String choice, String intent) {
        return decider.decideOnOthers(situation(book, asked(), text, choice, intent));
    }

    @Test
    void a_topic_whose_step_is_gone_begins_again_in_so_many_words() {
        for (String choice : List.of("", "s:" + FLOW + ":what:sites")) {
            Decision decision = decide(WITHOUT_STEP, "the first one", choice, "affirm");
            assertThat(Chat.text(decision)).contains("have just been improved", "How old is the youngest");
            assertThat(decision.dialog()).isEqualTo(FLOW);
            assertThat(decision.memory().topic().map(Topic::open)).contains(new Open(Open.Kind.STEP, "age"));
        }
    }

    @Test
    void a_step_that_is_still_there_goes_on_as_if_nothing_had_happened() {
        Decision decision = decide(Chat.BOOK, "Block bad sites", "s:" + FLOW + ":what:sites", "oos");
        assertThat(Chat.text(decision)).startsWith("How old is the youngest");
        var same = situation(Chat.BOOK, asked(), "what?", "", "repeat");
        assertThat(decider.decideOnOthers(same)).isEqualTo(decider.decide(same));
    }

    @Test
    void a_wish_for_a_person_and_a_new_topic_come_first_as_ever() {
        assertThat(decide(WITHOUT_STEP, "a person please", "", "human_request").handoff())
                .isNotNull();
        assertThat(decide(WITHOUT_STEP, "my internet is slow", "", "internet_slow").dialog())
                .isEqualTo("internet-slow");
    }

    @Test
    void a_topic_whose_dialog_is_gone_is_left_with_a_word() {
        Map<String, Dialog> fewer = new HashMap<>(Chat.BOOK.dialogs());
        fewer.remove(FLOW);
        var book = new DialogBook(fewer, Chat.BOOK.talk());
        Decision decision = decide(book, "the first one", "s:" + FLOW + ":what:sites", "affirm");
        assertThat(Chat.text(decision)).isNotBlank();
        assertThat(decision.kind()).isNotEqualTo(Kind.HANDOFF);
        assertThat(decision.memory().topics()).noneMatch(topic -> topic.dialog().equals(FLOW));
    }

    @Test
    void what_the_other_dialogs_do_not_know_is_left_out_and_what_was_tried_stays() {
        Known known = new Known("low", Known.How.CUSTOMER, 3);
        Memory memory = Memory.EMPTY
                .withFact("internet-slow", "line-speed", known)
                .withFact("internet-slow", "line-errors", new Known("purple", Known.How.CUSTOMER, 3))
                .withFact("internet-slow", "gone", known)
                .withFact("gone", "line-speed", known)
                .withFact("internet-slow", "router-running", new Known(Known.UNSURE, Known.How.CUSTOMER, 3))
                .withTried(new Tried("gone", "remedy", Outcome.FAILED, 4, ""));
        Memory carried = Decider.startingFrom(memory, false, true, Chat.BOOK);
        assertThat(carried.facts()).containsOnlyKeys("internet-slow/line-speed", "internet-slow/router-running");
        assertThat(carried.tried()).isEqualTo(memory.tried());
        assertThat(Decider.startingFrom(memory, false, false, Chat.BOOK)).isEqualTo(memory);
    }
}
