package io.attune.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.Entry;
import io.attune.conversation.LogPages;
import io.attune.conversation.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody falls out of the queue, whatever the agents do. On a real database. */
class QueueTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-05-04T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private CareCentre centre;

    @BeforeEach
    void open() {
        centre = new CareCentre(folder, clock, Map.of());
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private String waiting(String name) {
        return waiting(name, 0, "internet_slow");
    }

    private String waiting(String name, int priority, String topic) {
        String conv = centre.customer(name);
        centre.wantsPerson(conv, priority, topic);
        clock.pass(Duration.ofSeconds(1));
        return conv;
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            clock.pass(Duration.ofSeconds(1));
            centre.stores.presence().all().stream()
                    .filter(one -> one.state() != PresenceState.OFFLINE && !silent.contains(one.agent()))
                    .forEach(one -> centre.agents.seen(one.agent()));
            centre.switchboard.look();
        }
    }

    private List<String> silent = List.of();

    @Test
    void the_oldest_rings_first_and_the_vulnerable_before_the_oldest() {
        String first = waiting("first");
        String second = waiting("second");
        String vulnerable = waiting("vulnerable", 3, "internet_down");
        centre.sitsDown("ana", 1);
        seconds(1);
        assertThat(centre.ringsAt(vulnerable)).isEqualTo("ana");
        centre.accepts("ana", vulnerable);
        centre.closes("ana", vulnerable);
        seconds(1);
        assertThat(centre.ringsAt(first)).isEqualTo("ana");
        assertThat(centre.ringsAt(second)).isEmpty();
    }

    @Test
    void rings_at_no_more_than_an_agent_has_places() {
        List<String> all = List.of(waiting("a"), waiting("b"), waiting("c"));
        centre.sitsDown("ana", 2);
        seconds(2);
        assertThat(all).filteredOn(conv -> centre.ringsAt(conv).equals("ana")).containsExactly(all.get(0), all.get(1));
    }

    @Test
    void an_offer_that_nobody_answers_goes_back_to_its_old_place_and_rings_elsewhere() {
        String first = waiting("first");
        centre.sitsDown("ana", 1);
        seconds(1);
        String second = waiting("second");
        centre.sitsDown("ben", 1);
        seconds(1);
        assertThat(centre.ringsAt(second)).isEqualTo("ben");
        centre.switchboard.decline(second, "ben");
        seconds(31);
        assertThat(centre.ringsAt(first)).as("rang at ana in vain").isEqualTo("ben");
        assertThat(centre.header(first).queuedAt())
                .isBefore(centre.header(second).queuedAt());
    }

    @Test
    void who_leaves_offers_unanswered_is_set_to_away() {
        for (int i = 0; i < 3; i++) {
            waiting("c" + i);
        }
        centre.sitsDown("ana", 1);
        seconds(100);
        assertThat(centre.agents.get("ana").state()).isEqualTo(PresenceState.AWAY);
        assertThat(centre.stores.offers().all()).isEmpty();
    }

    @Test
    void what_rings_at_an_agent_whose_socket_is_lost_is_withdrawn() {
        String conv = waiting("a");
        centre.sitsDown("ana", 1);
        seconds(1);
        silent = List.of("ana");
        seconds(22);
        assertThat(centre.ringsAt(conv)).isEmpty();
        assertThat(centre.owner(conv)).isEqualTo(Owner.QUEUE);
    }

    @Test
    void conversations_of_an_agent_who_is_gone_get_their_old_places() {
        String lost = waiting("lost");
        centre.sitsDown("ana", 1);
        seconds(1);
        assertThat(centre.accepts("ana", lost)).isInstanceOf(Appended.Done.class);
        String later = waiting("later");
        silent = List.of("ana");
        seconds(122);
        assertThat(centre.owner(lost)).isEqualTo(Owner.QUEUE);
        assertThat(last(lost).stream().map(Entry::event)).hasAtLeastOneElementOfType(HandoffTransferred.class);
        centre.sitsDown("ben", 1);
        seconds(1);
        assertThat(centre.ringsAt(lost)).isEqualTo("ben");
        assertThat(centre.ringsAt(later)).isEmpty();
    }

    @Test
    void agents_without_a_socket_keep_what_they_claimed_and_nothing_rings_there() {
        silent = List.of("rest");
        centre.agents.set("rest", PresenceState.ONLINE, 200);
        String conv = waiting("a");
        seconds(2);
        assertThat(centre.ringsAt(conv)).isEmpty();
        centre.claims("rest", conv);
        seconds(300);
        assertThat(centre.header(conv).agent()).isEqualTo("rest");
    }

    @Test
    void a_claim_by_hand_wins_over_the_ringing_and_an_answer_after_it_is_refused() {
        String conv = waiting("a");
        centre.sitsDown("ana", 1);
        seconds(1);
        assertThat(centre.claims("ben", conv)).isInstanceOf(Appended.Done.class);
        assertThat(centre.accepts("ana", conv)).isInstanceOf(Appended.Refused.class);
        assertThat(centre.ringsAt(conv)).isEmpty();
        assertThat(centre.header(conv).agent()).isEqualTo("ben");
    }

    @Test
    void a_transfer_to_an_agent_waits_for_them_while_they_are_there() {
        String conv = waiting("a");
        centre.sitsDown("ana", 1);
        seconds(1);
        centre.accepts("ana", conv);
        centre.sitsDown("ben", 1);
        centre.sitsDown("cleo", 1);
        centre.desk
                .transfer(centre.by("ana", conv), "agent:cleo", "your case")
                .toCompletableFuture()
                .join();
        seconds(1);
        assertThat(centre.ringsAt(conv)).isEqualTo("cleo");
    }

    @Test
    void a_transfer_to_somebody_who_is_not_there_goes_to_anybody() {
        String conv = waiting("a");
        centre.sitsDown("ben", 1);
        centre.claims("ana", conv);
        centre.desk
                .transfer(centre.by("ana", conv), "agent:nobody", null)
                .toCompletableFuture()
                .join();
        seconds(1);
        assertThat(centre.ringsAt(conv)).isEqualTo("ben");
    }

    @Test
    void a_skill_is_kept_to_while_somebody_who_has_it_is_there() {
        centre.catalogue.put(new Skill("billing", "Billing", List.of("bill_explain")));
        centre.stores.profiles().put(new AgentProfile("bea", null, List.of("billing"), List.of("en")));
        centre.stores.profiles().put(new AgentProfile("hans", null, List.of(), List.of("de")));
        clock.pass(Duration.ofSeconds(6));
        centre.sitsDown("bea", 1);
        centre.sitsDown("ana", 1);
        centre.sitsDown("hans", 1);
        String bill = waiting("bill", 0, "bill_explain");
        seconds(1);
        assertThat(centre.ringsAt(bill)).isEqualTo("bea");
        centre.accepts("bea", bill);
        String another = waiting("another", 0, "bill_explain");
        seconds(10);
        assertThat(centre.ringsAt(another)).as("waits for bea").isEmpty();
        seconds(121);
        assertThat(centre.ringsAt(another)).as("waited long enough").isEqualTo("ana");
    }

    @Test
    void comes_back_to_who_served_the_customer_last_if_they_are_there() {
        centre.sitsDown("ana", 4);
        centre.sitsDown("ben", 4);
        String before = waiting("again");
        centre.claims("ben", before);
        centre.closes("ben", before);
        clock.pass(Duration.ofHours(1));
        centre.wantsPerson(before, 0, "internet_slow");
        centre.sitsDown("ana", 4);
        centre.sitsDown("ben", 4);
        seconds(1);
        assertThat(centre.ringsAt(before)).isEqualTo("ben");
    }

    @Test
    void with_nobody_there_the_bot_goes_on_after_a_while_and_owes_a_word() {
        String conv = waiting("a");
        seconds(1);
        clock.pass(Duration.ofMinutes(30));
        seconds(1);
        assertThat(centre.owner(conv)).isEqualTo(Owner.BOT);
        assertThat(centre.header(conv).isPending()).isTrue();
        assertThat(last(conv).getLast().event()).isInstanceOf(HandoffFailed.class);
    }

    @Test
    void a_callback_comes_at_its_time_even_when_the_conversation_was_closed() {
        String conv = waiting("a");
        Instant due = clock.instant().plus(Duration.ofHours(3));
        centre.booksCallback(conv, due);
        centre.ends(conv);
        centre.booksCallback(conv, due);
        clock.at(due.minusSeconds(5));
        seconds(1);
        assertThat(centre.owner(conv)).isNotEqualTo(Owner.QUEUE);
        seconds(6);
        assertThat(centre.owner(conv)).isEqualTo(Owner.QUEUE);
        assertThat(centre.header(conv).reason()).isEqualTo("callback");
        assertThat(centre.stores.callbacks().all()).isEmpty();
    }

    @Test
    void wrap_up_keeps_the_place_until_a_code_is_given_or_the_time_is_over() {
        String first = waiting("first");
        String second = waiting("second");
        centre.sitsDown("ana", 1);
        seconds(1);
        centre.accepts("ana", first);
        centre.desk.end(centre.by("ana", first)).toCompletableFuture().join();
        seconds(5);
        assertThat(centre.ringsAt(second)).isEmpty();
        assertThat(centre.desk.wrapUp(centre.by("ben", first), "resolved")).isFalse();
        assertThat(centre.desk.wrapUp(centre.by("ana", first), "resolved")).isTrue();
        seconds(1);
        assertThat(centre.ringsAt(second)).isEqualTo("ana");
        centre.accepts("ana", second);
        centre.ends(second);
        String third = waiting("third");
        seconds(60);
        assertThat(centre.ringsAt(third))
                .as("the customer ended it: still to be wrapped up")
                .isEmpty();
        seconds(61);
        assertThat(centre.ringsAt(third)).isEqualTo("ana");
    }

    @Test
    void a_restart_loses_neither_the_queue_nor_what_rings() {
        String conv = waiting("a");
        centre.sitsDown("ana", 1);
        seconds(1);
        centre.restart();
        assertThat(centre.ringsAt(conv)).isEqualTo("ana");
        assertThat(centre.accepts("ana", conv)).isInstanceOf(Appended.Done.class);
    }

    private List<Entry> last(String conv) {
        return LogPages.all(centre.log, conv, 0);
    }
}
