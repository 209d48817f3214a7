package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Band;
import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conversations at random with the shipped dialogs: what must hold in every one of them. */
class RandomWalkTest {
    /** Some 15,000 checked turns; the whole 10,000 walks with {@code -Dattune.test.walks=10000}, which takes minutes. */
    private static final int WALKS = Integer.getInteger("attune.test.walks", 1_500);

    private static final int TURNS = 10;
    private static final List<String> INTENTS = List.of(
            "internet_slow",
            "internet_down",
            "internet_drops",
            "wifi_weak",
            "bill_explain",
            "move_home",
            "affirm",
            "deny",
            "dont_know",
            "it_worked",
            "still_broken",
            "already_tried",
            "wait",
            "repeat",
            "go_back",
            "cancel_topic",
            "help",
            "greeting",
            "thanks",
            "bot_identity",
            "abuse",
            "oos");
    private static final String[][] LINE = {
        {"outage.area", "none", "none", "none", "none", "N7"},
        {"line.sync", "ok", "ok", "down"},
        {"line.downstreamMbps", "98", "15"},
        {"line.planMbps", "100", "50"},
        {"line.errors", "low", "low", "high"},
        {"line.drops24h", "0", "9"},
        {"wifi.signal", "good", "weak"},
        {"wifi.band", "5", "2.4"},
        {"router.reachable", "yes", "no"},
        {"router.uptimeDays", "2", "60"},
        {"router.firmware", "current", "old"},
    };

    @Test
    void what_must_hold_in_every_conversation() {
        IntStream.range(0, WALKS).parallel().forEach(seed -> walk(new Random(seed), "walk " + seed));
    }

    private static void walk(Random chance, String name) {
        Chat chat = customer(chance);
        String before = "";
        boolean queued = false;
        for (int turn = 0; turn < TURNS && !queued; turn++) {
            assertThat(chat.would("a person", "human_request").handoff())
                    .as(name + ": a person is reachable")
                    .isNotNull();
            List<String> failed = failed(chat);
            Decision decision = step(chat, chance, turn);
            String text = Chat.text(decision);
            assertThat(decision.reasons()).as(name).isNotEmpty();
            assertThat(text).as(name + ": something is said").isNotBlank();
            assertThat(text).as(name + ": never the same twice in a row").isNotEqualTo(before);
            assertThat(text)
                    .as(name + ": no placeholder is left")
                    .doesNotContain("{")
                    .doesNotContain("}");
            if (gives(decision)) {
                assertThat(failed)
                        .as(name + ": a failed remedy comes back")
                        .doesNotContain(decision.dialog() + "/" + decision.remedy());
            }
            asksNothingKnown(decision, name);
            before = text;
            queued = decision.handoff() != null;
            if (!queued && chance.nextInt(8) == 0) {
                before = silent(chat, name, before);
            }
        }
    }

    /** A follow-up asks nothing known, hands nothing over, and does not say the same; the close leaves the topics as they are. */
    private static String silent(Chat chat, String name, String before) {
        Decision nudge = chat.silent(Silence.Stage.NUDGE);
        assertThat(nudge.handoff()).as(name + ": silence hands nothing over").isNull();
        assertThat(Chat.text(nudge)).as(name + ": a gentle word").isNotBlank().isNotEqualTo(before);
        asksNothingKnown(nudge, name);
        assertThat(chat.would("a person", "human_request").handoff())
                .as(name + ": a person is reachable after silence")
                .isNotNull();
        var topics = chat.memory().topics();
        Decision close = chat.silent(Silence.Stage.CLOSE);
        assertThat(close.endOfConversation()).as(name + ": closed").isTrue();
        assertThat(close.memory().topics()).isEqualTo(topics);
        return Chat.text(close);
    }

    private static Chat customer(Random chance) {
        Band band = Band.values()[chance.nextInt(Band.values().length)];
        Chat chat = Chat.begin()
                .who(band, chance.nextGaussian(), .1 + .8 * chance.nextDouble())
                .queue(chance.nextInt(3), Duration.ofMinutes(chance.nextInt(20)));
        for (String[] reading : LINE) {
            if (chance.nextInt(3) > 0) {
                chat.line(reading[0], reading[1 + chance.nextInt(reading.length - 1)]);
            }
        }
        return chat;
    }

    private static Decision step(Chat chat, Random chance, int turn) {
        var offered = chat.memory().talk().asked().choices();
        if (!offered.isEmpty() && chance.nextInt(3) == 0) {
            return chat.picks(offered.get(chance.nextInt(offered.size())).id());
        }
        String intent = INTENTS.get(chance.nextInt(INTENTS.size()));
        return chat.says("words " + intent + " " + turn, intent, .2 + .8 * chance.nextDouble());
    }

    private static boolean gives(Decision decision) {
        return decision.remedy() != null && (decision.kind() == Kind.REMEDY || decision.kind() == Kind.INFORM);
    }

    private static List<String> failed(Chat chat) {
        var last = new ArrayList<String>();
        chat.memory().tried().forEach(tried -> {
            last.remove(tried.dialog() + "/" + tried.remedy());
            if (tried.outcome() != Outcome.WORKED) {
                last.add(tried.dialog() + "/" + tried.remedy());
            }
        });
        return last;
    }

    private static void asksNothingKnown(Decision decision, String name) {
        for (String id : Chat.choices(decision)) {
            String[] parts = id.split(":", 4);
            if (parts[0].equals("f")) {
                assertThat(decision.memory().fact(parts[1], parts[2]))
                        .as(name + ": " + id + " is known")
                        .isEmpty();
            }
        }
    }

    @Test
    void who_never_finds_anything_helpful_ends_with_a_person_soon() {
        for (String intent : List.of("internet_slow", "internet_down", "internet_drops", "wifi_weak")) {
            for (int seed = 0; seed < 60; seed++) {
                var chance = new Random(seed);
                Chat chat = customer(chance);
                Decision decision = chat.says("it is about " + intent, intent);
                int turns = 1;
                while (decision.handoff() == null && turns++ < 25) {
                    decision = decision.kind() == Kind.ASK
                            ? chat.says("no idea " + turns, "dont_know")
                            : chat.says("no use " + turns, "still_broken");
                }
                assertThat(decision.handoff()).as(intent + " " + seed).isNotNull();
            }
        }
    }
}
