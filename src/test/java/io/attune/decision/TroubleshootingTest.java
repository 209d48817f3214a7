package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Band;
import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Known;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleshootingTest {
    @Test
    void gives_the_remedy_of_what_the_tests_show() {
        Chat chat = Chat.begin().healthyLine().line("router.uptimeDays", "63", "wifi.band", "5");
        Decision decision = chat.says("everything is slow, all day, on every device, by cable too", "internet_slow");
        assertThat(decision.kind()).isEqualTo(Kind.REMEDY);
        assertThat(decision.remedy()).isEqualTo("restart-router");
        assertThat(decision.reasons())
                .anySatisfy(reason -> assertThat(reason.value()).contains("tired-router"));
    }

    @Test
    void asks_nothing_that_a_test_or_the_message_answers() {
        Chat chat = Chat.begin().healthyLine();
        Decision decision = chat.says("slow internet in the bedroom", "internet_slow");
        assertThat(decision.memory().fact("internet-slow", "where"))
                .hasValueSatisfying(known -> assertThat(known.how()).isEqualTo(Known.How.CUSTOMER));
        var asked = new ArrayList<String>();
        for (int i = 0; i < 12 && decision.handoff() == null && decision.kind() != Kind.RESOLVED; i++) {
            Chat.choices(decision).stream().filter(id -> id.startsWith("f:")).forEach(asked::add);
            decision = decision.kind() == Kind.ASK
                    ? chat.says("no idea", "dont_know")
                    : chat.says("still slow " + i, "still_broken");
        }
        assertThat(asked).isNotEmpty();
        assertThat(asked).noneMatch(id -> id.contains(":where:") || id.contains(":wifi-signal:"));
        assertThat(asked).filteredOn(id -> id.endsWith(":unsure")).doesNotHaveDuplicates();
    }

    @Test
    void a_remedy_that_failed_here_is_not_given_again() {
        Chat chat =
                Chat.begin().healthyLine().line("router.uptimeDays", "63", "wifi.signal", "weak", "wifi.band", "2.4");
        Decision decision = chat.says("slow internet", "internet_slow");
        var given = new ArrayList<String>();
        for (int i = 0; i < 20 && decision.handoff() == null; i++) {
            if (decision.kind() == Kind.REMEDY || decision.kind() == Kind.INFORM) {
                given.add(decision.remedy());
                decision = chat.says("no change " + i, "still_broken");
            } else {
                decision = chat.says("no idea", "dont_know");
            }
        }
        assertThat(decision.handoff()).as("ends with a person").isNotNull();
        assertThat(given).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void a_remedy_that_failed_in_an_earlier_contact_is_not_given_again() {
        assertThat(tiredRouter()
                        .says("slow on all devices all day", "internet_slow")
                        .remedy())
                .isEqualTo("restart-router");
        Chat again = tiredRouter()
                .query(1, "internet_slow")
                .tried(
                        1,
                        "internet_slow",
                        "internet-slow/restart-router",
                        Outcome.FAILED,
                        "line-errors=low;wifi-signal=good");
        Decision decision = again.says("slow on all devices all day", "internet_slow");
        for (int i = 0; i < 15 && decision.handoff() == null; i++) {
            assertThat(decision.remedy()).isNotEqualTo("restart-router");
            decision = decision.kind() == Kind.ASK
                    ? again.says("no idea", "dont_know")
                    : again.says("no change " + i, "still_broken");
        }
    }

    @Test
    void an_imported_failure_without_a_diagnosis_counts_as_unchanged() {
        Decision decision = tiredRouter()
                .tried(1, "internet_slow", "internet-slow/restart-router", Outcome.FAILED, null)
                .says("slow on all devices all day", "internet_slow");
        assertThat(decision.remedy()).isNotEqualTo("restart-router");
        assertThat(Chat.text(decision)).contains("restart the router").contains("not ask you for that again");
    }

    @Test
    void it_may_be_given_again_when_the_diagnosis_changed_and_the_text_says_what() {
        Decision decision = tiredRouter()
                .tried(
                        1,
                        "internet_slow",
                        "internet-slow/restart-router",
                        Outcome.FAILED,
                        "line-errors=low;wifi-signal=weak")
                .says("slow on all devices all day", "internet_slow");
        assertThat(decision.remedy()).isEqualTo("restart-router");
        assertThat(Chat.text(decision)).contains("a weak Wi-Fi signal").contains("a good Wi-Fi signal");
    }

    @Test
    void what_the_remedy_itself_changed_is_no_reason_to_repeat_it() {
        Decision decision = tiredRouter()
                .tried(1, "internet_slow", "internet-slow/restart-router", Outcome.FAILED, "router-running=short")
                .says("slow on all devices all day", "internet_slow");
        assertThat(decision.remedy()).isNotEqualTo("restart-router");
    }

    @Test
    void a_remedy_that_worked_and_did_not_last_is_not_given_again_either() {
        Decision decision = tiredRouter()
                .query(2, "internet_slow")
                .tried(2, "internet_slow", "internet-slow/restart-router", Outcome.WORKED, null)
                .says("slow on all devices all day", "internet_slow");
        assertThat(decision.remedy()).isNotEqualTo("restart-router");
        assertThat(decision.ledger())
                .anySatisfy(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.CAME_BACK));
    }

    private static Chat tiredRouter() {
        return Chat.begin().healthyLine().line("router.uptimeDays", "63");
    }

    @Test
    void what_the_customer_has_tried_unasked_is_not_asked_for() {
        Decision decision =
                tiredRouter().says("slow everywhere all day, I restarted the router twice", "internet_slow");
        assertThat(decision.remedy()).isNotEqualTo("restart-router");
        assertThat(decision.memory().tried())
                .anySatisfy(tried -> assertThat(tried.remedy()).isEqualTo("restart-router"));
    }

    @Test
    void a_known_outage_is_told_and_no_test_is_asked_for() {
        Decision decision = Chat.begin()
                .healthyLine()
                .line("outage.area", "north-7", "outage.eta", "2026-03-02T18:30:00Z", "line.downstreamMbps", "3")
                .says("internet is slow", "internet_slow");
        assertThat(decision.remedy()).isEqualTo("wait-for-repair");
        assertThat(Chat.text(decision)).contains("outage").contains("18:30");
    }

    @Test
    void a_line_fault_goes_to_a_person_once_the_cables_are_ruled_out() {
        Chat chat = Chat.begin()
                .healthyLine()
                .line("line.errors", "high", "line.downstreamMbps", "11", "line.drops24h", "9");
        Decision decision = chat.says("slow internet", "internet_slow");
        for (int i = 0; i < 3 && decision.handoff() == null; i++) {
            decision = chat.says("no change " + i, "still_broken");
        }
        assertThat(decision.handoff()).isNotNull();
        assertThat(Chat.handoff(decision).sentence()).contains("line-fault");
    }

    @Test
    void wording_follows_the_band_and_unknown_gets_the_standard_one() {
        assertThat(remedyText(Band.LOW, -1.2)).contains("count slowly");
        assertThat(remedyText(Band.HIGH, 1.5)).contains("power-cycle");
        assertThat(remedyText(Band.MID, 0)).contains("ten seconds");
        assertThat(remedyText(Band.UNKNOWN, -1.2)).isEqualTo(remedyText(Band.MID, 0));
    }

    private static String remedyText(Band band, double aptitude) {
        Decision decision = tiredRouter().who(band, aptitude, .55).says("slow on all devices all day", "internet_slow");
        assertThat(decision.remedy()).isEqualTo("restart-router");
        return Chat.text(decision);
    }

    @Test
    void without_fresh_tests_nothing_is_taken_for_granted() {
        Decision decision = Chat.begin().says("slow internet", "internet_slow");
        assertThat(decision.kind()).isEqualTo(Kind.ASK);
        assertThat(Chat.text(decision)).doesNotContain("tested");
        assertThat(decision.memory().facts()).doesNotContainKey("internet-slow/line-speed");
    }

    @Test
    void a_remedy_that_worked_is_booked_and_is_evidence() {
        Chat chat = tiredRouter();
        chat.says("slow on all devices all day", "internet_slow");
        Decision decision = chat.says("it works now", "it_worked");
        assertThat(decision.kind()).isEqualTo(Kind.RESOLVED);
        assertThat(decision.ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.remedy()).isEqualTo("internet-slow/restart-router");
            assertThat(entry.outcome()).isEqualTo(Outcome.WORKED);
            assertThat(entry.diagnosis()).contains("router-running=long");
        });
        assertThat(decision.observations())
                .singleElement()
                .satisfies(step -> assertThat(step.outcome()).isEqualTo(1));
    }

    @Test
    void the_same_situation_gives_the_same_decision() {
        Chat chat = tiredRouter();
        chat.greet();
        Decision once = chat.would("slow on all devices", "internet_slow");
        assertThat(List.of(
                        chat.would("slow on all devices", "internet_slow"),
                        chat.would("slow on all devices", "internet_slow")))
                .containsOnly(once);
    }

    @Test
    void what_is_told_while_a_remedy_is_in_hand_changes_the_plan() {
        Chat chat = farFromTheRouter();
        assertThat(chat.says("slow internet", "internet_slow").remedy()).isEqualTo("place-router");
        Decision decision = chat.says("all over the house", "internet_down", .67);
        assertThat(decision.dialog()).isEqualTo("internet-slow");
        assertThat(decision.remedy()).isEqualTo("restart-router");
        assertThat(decision.memory().tried()).isEmpty();
    }

    @Test
    void tried_already_may_mean_another_remedy_than_the_one_in_hand() {
        Chat chat = farFromTheRouter();
        chat.says("slow internet", "internet_slow");
        Decision decision = chat.says("I restarted the router already", "already_tried");
        assertThat(decision.memory().tried())
                .singleElement()
                .satisfies(tried -> assertThat(tried.remedy()).isEqualTo("restart-router"));
        assertThat(decision.remedy()).isEqualTo("place-router");
        assertThat(decision.kind()).isEqualTo(Kind.VERIFY);
    }

    private static Chat farFromTheRouter() {
        return tiredRouter()
                .line("wifi.signal", "weak", "wifi.band", "2.4", "line.downstreamMbps", "38", "line.planMbps", "500");
    }
}
