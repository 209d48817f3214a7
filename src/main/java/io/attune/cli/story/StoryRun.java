package io.attune.cli.story;

import io.attune.backoffice.BackOffice.Errand;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Settings;
import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.Heard;
import io.attune.decision.Situation;
import io.attune.decision.memory.Asked.Offered;
import io.attune.decision.memory.Memory;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.DialogBook;
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
import org.jspecify.annotations.Nullable;

/** Plays one story: the customer's side as written, the bot's side as decided, at a time of its own. */
final class StoryRun {
    /** A Monday morning, so that stories do not depend on the day they run. */
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final Duration TURN = Duration.ofSeconds(30);
    private final DialogBook dialogs;
    private final Understander understander;
    private final Decider decider = new Decider();
    private final Story story;
    private final Map<String, Diagnosis.Reading> readings = new HashMap<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Played> played = new ArrayList<>();
    private Memory memory = Memory.EMPTY;
    private Settings settings = Settings.NONE;
    private Language language;
    private Instant now = START;
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
        run.ledger.addAll(Setting.history(story.given(), START));
        story.turns().forEach(run::turn);
        return run.played;
    }

    /** @param decision what came of it; null for a turn without one */
    record Played(Turn turn, String heard, Decision decision) {
        String text() {
            return String.join("\n", decision.say().stream().map(Content::words).toList());
        }
    }

    private void turn(Turn turn) {
        switch (turn) {
            case Turn.Greet greet -> keep(turn, "", decider.greet(situation(List.of(), Map.of())));
            case Turn.Says says -> {
                var heard = new Heard(++seq, says.text(), null, meaning(says));
                language = heard.understanding().language();
                keep(turn, heard.understanding().intent(), decide(heard));
            }
            case Turn.Picks picks -> {
                String id = offered(picks.choice());
                var heard = new Heard(++seq, picks.choice(), id, understander.understand(picks.choice(), language));
                keep(turn, id, decide(heard));
            }
            case Turn.Waits waits -> now = now.plus(waits.time());
            case Turn.Line line -> measure(line.readings());
        }
    }

    private Understanding meaning(Turn.Says says) {
        Understanding read = understander.understand(says.text(), language);
        return says.intent() == null
                ? read
                : new Understanding(
                        story.given().language(),
                        List.of(new RankedIntent(says.intent(), 1)),
                        read.entities(),
                        new Mood(0, 0, 0, 0, 0, List.of()));
    }

    private String offered(String choice) {
        return memory.talk().asked().choices().stream()
                .filter(one -> one.id().equals(choice) || one.title().equals(choice))
                .map(Offered::id)
                .findFirst()
                .orElse(choice);
    }

    private void measure(Map<String, String> line) {
        line.forEach((name, value) -> readings.put(name, new Diagnosis.Reading(value, now)));
    }

    private void keep(Turn turn, String heard, Decision decision) {
        memory = decision.memory();
        ledger.addAll(decision.ledger());
        settings = decision.consent().after(settings, Channel.WEB.code(), now);
        waiting = (waiting && !decision.leaveQueue()) || decision.handoff() != null;
        seq += decision.say().size();
        now = now.plus(TURN);
        played.add(new Played(turn, heard, decision));
    }

    /** With the provider's systems at hand, as the story says they answer. */
    private Decision decide(Heard heard) {
        var replies = new HashMap<String, Reply>();
        Decision decision = decider.decide(situation(List.of(heard), replies));
        while (decision.errand() != null) {
            Errand errand = decision.errand();
            Called called = story.given().calls().get(errand.name());
            replies.put(
                    errand.key(), called == null ? Reply.UNAVAILABLE : new Reply(called.outcome(), called.values()));
            decision = decider.decide(situation(List.of(heard), replies));
        }
        return decision;
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
