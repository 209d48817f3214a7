package io.attune.cli.story;

import io.attune.backoffice.BackOffice.Errand;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Settings;
import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.Heard;
import io.attune.decision.Silence;
import io.attune.decision.Situation;
import io.attune.decision.memory.Asked.Offered;
import io.attune.decision.memory.Memory;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Feeling;
import io.attune.dialog.Story;
import io.attune.dialog.Story.Called;
import io.attune.dialog.Story.Turn;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays one story: the customer's side as written, the bot's side as decided, at a time of its own. */
final class StoryRun {
    /** A Monday morning, so that stories do not depend on the day they run. */
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final Duration TURN = Duration.ofSeconds(30);
    /** As long as a server waits for the provider's systems, unless it is told otherwise. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DialogBook dialogs;
    private final Understander understander;
    private static final double CLEARLY = .6;
    /** It knows nothing of a story, and takes its time to be made. */
    private static final Decider DECIDER = new Decider();

    private final Story story;
    private final Map<String, Diagnosis.Reading> readings = new HashMap<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Played> played = new ArrayList<>();
    private final List<Offered> offers = new ArrayList<>();
    private final Map<String, Called> calls = new HashMap<>();
    private Memory memory = Memory.EMPTY;
    private Settings settings = Settings.NONE;
    private Language language;
    private Instant now = START;
    private Instant spoken = START;
    private @Nullable Instant lastHeard;
    private boolean waiting;
    private long seq;

    private StoryRun(Story story, DialogBook dialogs, Understander understander) {
        this.story = story;
        this.dialogs = dialogs;
        this.understander = understander;
        this.language = story.given().language();
    }

    static List<Played> play(Story story, DialogBook dialogs, Understander understander) {
        var run = new StoryRun(story, dialogs, understander);
        run.measure(story.given().line());
        run.calls.putAll(story.given().calls());
        run.ledger.addAll(Setting.history(story.given(), START));
        story.turns().forEach(run::turn);
        return run.played;
    }

    /**
     * @param heard the intent, or the id of the choice
     * @param wasOffered whether a choice that was picked had been on offer; true for everything else
     * @param decision what came of it
     */
    record Played(Turn turn, String heard, boolean wasOffered, Language language, Decision decision) {
        String text() {
            return String.join("\n", decision.say().stream().map(Content::words).toList());
        }
    }

    private void turn(Turn turn) {
        switch (turn) {
            case Turn.Greet greet -> keep(turn, "", true, DECIDER.greet(situation(List.of(), Map.of())));
            case Turn.Says says -> {
                var heard = new ArrayList<Heard>();
                for (int i = 0; i < says.times(); i++) {
                    heard.add(
                            says.intent() == null
                                    ? Heard.written(++seq, text(says), meaning(says), understander)
                                    : new Heard(++seq, text(says), null, meaning(says)));
                }
                language = heard.getLast().understanding().language();
                keep(turn, heard.getLast().understanding().intent(), true, decide(heard));
            }
            case Turn.Picks picks -> {
                Optional<String> id = offered(picks.choice());
                String picked = id.orElse(picks.choice());
                var heard = new Heard(++seq, picks.choice(), picked, understander.understand(picks.choice(), language));
                keep(turn, picked, id.isPresent(), decide(List.of(heard)));
            }
            // A message is taken in once under its id: the second delivery is acknowledged, and that is all.
            case Turn.Again again -> {}
            case Turn.Waits waits -> waits(waits);
            case Turn.Line line -> measure(line.readings());
            case Turn.LineUnknown lost -> readings.clear();
            case Turn.Calls changed -> calls.putAll(changed.calls());
        }
    }

    /** What a silent customer is written to meanwhile. */
    private void waits(Turn.Waits waits) {
        Instant end = now.plus(waits.time());
        Optional<Instant> due = due();
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get();
            Situation situation = situation(List.of(), Map.of());
            Silence.Stage stage = Silence.DEFAULT.stage(memory, reach(), now).orElseThrow();
            keep(waits, "silence", true, DECIDER.afterSilence(situation, stage, true));
            due = due();
        }
        now = end;
    }

    private Optional<Instant> due() {
        return lastHeard == null || waiting || played.isEmpty()
                ? Optional.empty()
                : Silence.DEFAULT.due(memory, dialogs, reach(), now);
    }

    private Silence.Reach reach() {
        return new Silence.Reach(Channel.WEB, ZoneId.of("UTC"), null, spoken, Objects.requireNonNull(lastHeard));
    }

    private String text(Turn.Says says) {
        return says.text(story.given().language());
    }

    private Understanding meaning(Turn.Says says) {
        Understanding read = understander.understand(text(says), language);
        return says.intent() == null
                ? read
                : new Understanding(
                        story.given().language(),
                        List.of(new RankedIntent(says.intent(), 1)),
                        read.entities(),
                        mood(says.mood()));
    }

    private static Mood mood(@Nullable Feeling feeling) {
        return new Mood(
                feeling == Feeling.UPSET ? CLEARLY : 0, 0, 0, feeling == Feeling.GRATEFUL ? CLEARLY : 0, 0, List.of());
    }

    /** A choice that is on offer, or was further up. */
    private Optional<String> offered(String choice) {
        return offers.reversed().stream()
                .filter(one -> isCalled(one, choice))
                .map(Offered::id)
                .findFirst();
    }

    /** By its title, its id, or its name in the dialog, with which the id ends. */
    static boolean isCalled(Offered one, String choice) {
        return one.title().equals(choice) || one.id().equals(choice) || one.id().endsWith(":" + choice);
    }

    private void measure(Map<String, String> line) {
        line.forEach((name, value) -> readings.put(name, new Diagnosis.Reading(value, now)));
    }

    private void keep(Turn turn, String heard, boolean wasOffered, Decision decision) {
        memory = decision.memory();
        offers.addAll(memory.talk().asked().choices());
        ledger.addAll(decision.ledger());
        settings = decision.consent().after(settings, Channel.WEB.code(), now);
        waiting = (waiting && !decision.leaveQueue()) || decision.handoff() != null;
        seq += decision.say().size();
        spoken = now;
        lastHeard = turn instanceof Turn.Says || turn instanceof Turn.Picks ? now : lastHeard;
        now = now.plus(TURN);
        played.add(new Played(turn, heard, wasOffered, language, decision));
    }

    /** With the provider's systems at hand, as the story says they answer. */
    private Decision decide(List<Heard> heard) {
        var replies = new HashMap<String, Reply>();
        Decision decision = DECIDER.decide(situation(heard, replies));
        while (decision.errand() != null) {
            Errand errand = decision.errand();
            replies.put(errand.key(), reply(calls.get(errand.name())));
            decision = DECIDER.decide(situation(heard, replies));
        }
        return decision;
    }

    /** Who is silent, breaks or takes too long has not answered. */
    private static Reply reply(@Nullable Called called) {
        return called == null
                        || called.outcome().equals(Called.NO_ANSWER)
                        || called.after().compareTo(PATIENCE) > 0
                ? Reply.UNAVAILABLE
                : new Reply(called.outcome(), called.values());
    }

    private Situation situation(List<Heard> heard, Map<String, Reply> replies) {
        return new Situation(
                now,
                ZoneId.of("UTC"),
                Channel.WEB,
                language,
                heard,
                memory,
                Setting.estimates(story.given()),
                new Situation.Customer(Setting.profile(story.given()), ledger, settings),
                new Diagnosis(readings),
                Setting.queue(story.given()),
                waiting,
                dialogs,
                replies);
    }

    /** The reason code of the handoff, or none. */
    static String handoff(@Nullable Decision decision) {
        return decision == null || decision.handoff() == null
                ? "none"
                : decision.handoff().code().code();
    }
}
