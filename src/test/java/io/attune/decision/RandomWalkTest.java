package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Band;
import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Tried;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Troubleshoot;
import io.attune.message.Language;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Conversations at random with the shipped dialogs: what must hold in every one of them. Each goes on at random for a while, by
 * a customer who may say anything; then the customer answers what is asked, whatever the answer, and it has to come to an end.
 */
class RandomWalkTest {
    private static final int WALKS = Integer.getInteger("attune.test.walks", 1_150);

    private static final int TURNS = 12;

    /** Whoever answers what is asked is through after so many turns at most. */
    private static final int LAST = 40;

    private static final List<String> CONTROL = List.of(
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
            "oos",
            "promised",
            "continue");
    private static final List<String> TOPICS = Chat.BOOK.topics().stream()
            .filter(topic -> !topic.equals("human_request"))
            .sorted()
            .toList();
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("number", "AB-7"),
            Map.entry("day", "2026-03-09"),
            Map.entry("latest", "2026-03-16"),
            Map.entry("amount", "12.50 €"),
            Map.entry("link", "https://pay.example/7"),
            Map.entry("appointment", "2026-03-05T09:00:00Z"),
            Map.entry("slot1", "2026-03-06T09:00:00Z"),
            Map.entry("slot2", "2026-03-06T13:00:00Z"),
            Map.entry("plan1", "Fibre 300"),
            Map.entry("plan2", "Fibre 600"));
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

    enum End {
        SOLVED,
        HANDED_OVER,
        LEFT
    }

    @Test
    void what_must_hold_in_every_conversation() {
        var cases = new LongAdder();
        var ends = new EnumMap<End, LongAdder>(End.class);
        for (End end : End.values()) {
            ends.put(end, new LongAdder());
        }
        IntStream.range(0, WALKS).parallel().forEach(seed -> {
            End end = walk(new Random(seed), "walk " + seed, cases);
            ends.get(end).increment();
        });
        assertThat(cases.sum()).as("decisions that were checked").isGreaterThan(Math.min(10_000, 8L * WALKS));
        assertThat(ends.values()).as("all three ends are come to").allMatch(count -> count.sum() > WALKS / 50);
    }

    /** How it ended; every decision on the way is checked. */
    private static End walk(Random chance, String name, LongAdder cases) {
        Chat chat = customer(chance);
        String before = "";
        for (int turn = 0; turn < TURNS + LAST; turn++) {
            assertThat(chat.would("a person", "human_request").handoff())
                    .as(name + ": a person is reachable")
                    .isNotNull();
            if (chance.nextInt(6) == 0) {
                measure(chat, chance);
            }
            List<Tried> tried = chat.memory().tried();
            Decision decision = turn < TURNS ? step(chat, chance, turn) : answer(chat, chance, turn);
            cases.increment();
            check(decision, tried, before, name);
            before = Chat.text(decision);
            if (decision.handoff() != null) {
                return End.HANDED_OVER;
            }
            if (turn >= TURNS && decision.memory().topics().isEmpty()) {
                if (decision.kind() == Kind.RESOLVED) {
                    return End.SOLVED;
                }
                if (decision.endOfConversation()
                        || decision.memory().talk().asked().prompt() == Prompt.MORE) {
                    return End.LEFT;
                }
            }
            if (chance.nextInt(10) == 0) {
                before = silent(chat, name, before);
                cases.increment();
            }
        }
        throw new AssertionError(name + ": comes to no end: " + before);
    }

    private static void check(Decision decision, List<Tried> tried, String before, String name) {
        String text = Chat.text(decision);
        assertThat(decision.reasons()).as(name).isNotEmpty();
        assertThat(text).as(name + ": something is said").isNotBlank();
        assertThat(text).as(name + ": never the same twice in a row").isNotEqualTo(before);
        assertThat(text)
                .as(name + ": no placeholder is left")
                .doesNotContain("{")
                .doesNotContain("}");
        asksNothingKnown(decision, name);
        if (gives(decision)) {
            failedNeverComesBack(decision, tried, name);
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
                .in(Language.values()[chance.nextInt(Language.values().length)])
                .who(band, chance.nextGaussian(), .1 + .8 * chance.nextDouble())
                .queue(chance.nextInt(3), Duration.ofMinutes(chance.nextInt(20)));
        for (int i = 0; i < 8; i++) {
            measure(chat, chance);
        }
        for (Dialog dialog : Chat.BOOK.inOrder()) {
            if (dialog instanceof Flow flow) {
                calls(flow, chat, chance);
            }
        }
        return chat;
    }

    /** The provider's systems answer in any of the ways that the dialog knows, or not at all. */
    private static void calls(Flow flow, Chat chat, Random chance) {
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Call call && !call.ways().isEmpty() && chance.nextInt(5) > 0) {
                List<String> outcomes = call.ways().keySet().stream().sorted().toList();
                chat.answering(call.name(), outcomes.get(chance.nextInt(outcomes.size())), ANSWERS);
            }
        }
    }

    private static void measure(Chat chat, Random chance) {
        String[] reading = LINE[chance.nextInt(LINE.length)];
        chat.line(reading[0], reading[1 + chance.nextInt(reading.length - 1)]);
    }

    /** Anything. */
    private static Decision step(Chat chat, Random chance, int turn) {
        var offered = chat.memory().talk().asked().choices();
        if (!offered.isEmpty() && chance.nextInt(3) == 0) {
            return chat.picks(offered.get(chance.nextInt(offered.size())).id());
        }
        List<String> intents = turn == 0 || chance.nextInt(3) == 0 ? TOPICS : CONTROL;
        String intent = intents.get(chance.nextInt(intents.size()));
        return chat.says("words " + intent + " " + turn, intent, .2 + .8 * chance.nextDouble());
    }

    /** Some answer to what is asked, wanted or not; a person is not asked for. */
    private static Decision answer(Chat chat, Random chance, int turn) {
        var offered = chat.memory().talk().asked().choices().stream()
                .filter(choice -> !choice.id().equals(Ids.PERSON))
                .toList();
        if (!offered.isEmpty()) {
            return chat.picks(offered.get(chance.nextInt(offered.size())).id());
        }
        return chat.memory().topics().isEmpty()
                ? chat.says("that is all " + turn, "goodbye")
                : chat.hears(
                        "on 9 March, 07700 900123, as I said " + turn,
                        FlowTest.meaning("on 9 March, 07700 900123, as I said", "oos", .3));
    }

    private static boolean gives(Decision decision) {
        return decision.remedy() != null && (decision.kind() == Kind.REMEDY || decision.kind() == Kind.INFORM);
    }

    /** Unless a measured fact has changed since, other than by the remedy itself. */
    private static void failedNeverComesBack(Decision decision, List<Tried> tried, String name) {
        Troubleshoot dialog = (Troubleshoot)
                Chat.BOOK.dialog(String.valueOf(decision.dialog())).orElseThrow();
        var remedy = dialog.remedy(String.valueOf(decision.remedy())).orElseThrow();
        var measured = new TreeMap<String, String>();
        decision.memory().facts().forEach((key, known) -> {
            if (known.how() == Known.How.DIAGNOSTICS && key.startsWith(dialog.id() + "/")) {
                measured.put(key.substring(dialog.id().length() + 1), known.value());
            }
        });
        tried.reversed().stream()
                .filter(one -> one.dialog().equals(dialog.id()) && one.remedy().equals(remedy.id()))
                .findFirst()
                .filter(last -> last.outcome() != Outcome.WORKED)
                .ifPresent(last -> assertThat(Fingerprint.read(last.diagnosis())
                                .changesTo(new Fingerprint(measured), remedy.changes()))
                        .as(name + ": " + remedy.id() + " comes back under the same diagnosis")
                        .isNotEmpty());
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
        for (Dialog dialog : Chat.BOOK.inOrder()) {
            for (int seed = 0; dialog instanceof Troubleshoot && seed < 20; seed++) {
                String intent = dialog.intents().getFirst();
                Chat chat = customer(new Random(seed)).in(Language.EN);
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
