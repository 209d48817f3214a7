package io.attune.decision;

import io.attune.aptitude.Band;
import io.attune.aptitude.Estimates;
import io.attune.backoffice.BackOffice.Errand;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.customer.Profile;
import io.attune.customer.Settings;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Promise;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.BookReader;
import io.attune.message.Channel;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A conversation with the shipped dialogs, for tests: what was understood is said along with what was written. */
final class Chat {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final DialogBook BOOK = read();

    /** Safe for many conversations at once. */
    private static final Decider DECIDER = new Decider();

    private final Map<String, Diagnosis.Reading> readings = new HashMap<>();
    private final List<LedgerEntry> history = new ArrayList<>();
    private final Map<String, Reply> answers = new HashMap<>();
    private final List<Errand> errands = new ArrayList<>();
    private Profile profile = Profile.EMPTY;
    private Language language = Language.EN;
    private Estimates estimates = estimates(Band.UNKNOWN, 0, .55);
    private QueueState queue = new QueueState(2, 1, Duration.ofMinutes(4));
    private Memory memory = Memory.EMPTY;
    private Settings settings = Settings.NONE;
    private Channel channel = Channel.WEB;
    private List<Promise> earlier = List.of();
    private DialogBook book = BOOK;
    private boolean waiting;
    private Instant now = START;
    private long seq;

    private static DialogBook read() {
        try {
            return BookReader.read(Path.of("dialogs")).dialogs();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the provider's systems answer to a call. */
    Chat answering(String call, String outcome, Map<String, String> values) {
        answers.put(call, new Reply(outcome, values));
        return this;
    }

    List<Errand> errands() {
        return errands;
    }

    static Chat begin() {
        return new Chat();
    }

    Chat in(Language spoken) {
        language = spoken;
        return this;
    }

    Chat measuring(String reading, String value) {
        readings.put(reading, new Diagnosis.Reading(value, now));
        return this;
    }

    Chat line(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            measuring(pairs[i], pairs[i + 1]);
        }
        return this;
    }

    Chat healthyLine() {
        return line(
                "outage.area",
                "none",
                "line.sync",
                "ok",
                "line.downstreamMbps",
                "98",
                "line.planMbps",
                "100",
                "line.errors",
                "low",
                "line.drops24h",
                "0",
                "wifi.signal",
                "good",
                "wifi.band",
                "5",
                "router.reachable",
                "yes",
                "router.uptimeDays",
                "3",
                "router.firmware",
                "current");
    }

    Chat of(Profile known) {
        profile = known;
        return this;
    }

    Chat who(Band band, double aptitude, double enthusiasm) {
        estimates = estimates(band, aptitude, enthusiasm);
        return this;
    }

    Chat queue(int agents, Duration wait) {
        queue = new QueueState(agents, 0, wait);
        return this;
    }

    /** Nobody is there; these are the times at which the customer could be called back. */
    Chat callbacks(Instant... times) {
        queue = new QueueState(0, 0, Duration.ZERO, List.of(times));
        return this;
    }

    Decision nobodyCame() {
        return keep(DECIDER.nobodyCame(situation(List.of(), Map.of())));
    }

    /** The customer has not answered for so long that this is due. */
    Decision silent(Silence.Stage stage) {
        return keep(DECIDER.afterSilence(situation(List.of(), Map.of()), stage, true));
    }

    Decision silentlyClosed() {
        return keep(DECIDER.afterSilence(situation(List.of(), Map.of()), Silence.Stage.CLOSE, false));
    }

    Chat waiting(boolean inQueue) {
        waiting = inQueue;
        return this;
    }

    Chat later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Chat query(int daysAgo, String intent) {
        history.add(new LedgerEntry(now.minus(Duration.ofDays(daysAgo)), "web", intent, null, null, null));
        return this;
    }

    Chat tried(int daysAgo, String intent, String remedy, Outcome outcome, @Nullable String diagnosis) {
        history.add(new LedgerEntry(now.minus(Duration.ofDays(daysAgo)), "web", intent, remedy, outcome, diagnosis));
        return this;
    }

    Chat remembering(LedgerEntry entry) {
        history.add(entry);
        return this;
    }

    /** A new conversation of the same customer. */
    Chat comeBack() {
        earlier = memory.promises();
        memory = Memory.EMPTY;
        seq = 0;
        return this;
    }

    Decision greet() {
        return keep(DECIDER.greet(situation(List.of(), Map.of())));
    }

    Decision says(String text, String intent) {
        return says(text, intent, .95);
    }

    Decision says(String text, String intent, double confidence) {
        return hears(text, meaning(intent, confidence, Mood.NEUTRAL));
    }

    Decision says(String text, String intent, Mood mood) {
        return hears(text, meaning(intent, .95, mood));
    }

    Decision hears(String text, Understanding meaning) {
        return keep(decide(List.of(new Heard(++seq, text, null, meaning))));
    }

    /** Several messages answered together: text and intent in turn. */
    Decision saysTogether(String... pairs) {
        var heard = new ArrayList<Heard>();
        for (int i = 0; i < pairs.length; i += 2) {
            heard.add(new Heard(++seq, pairs[i], null, meaning(pairs[i + 1], .95, Mood.NEUTRAL)));
        }
        return keep(decide(heard));
    }

    /** One message with several parts: its text and intent, then text and intent of each part. */
    Decision saysClauses(String text, String intent, String... pairs) {
        long at = ++seq;
        var clauses = new ArrayList<Heard>();
        for (int i = 0; i < pairs.length; i += 2) {
            clauses.add(new Heard(at, pairs[i], null, meaning(pairs[i + 1], .9, Mood.NEUTRAL)));
        }
        return keep(decide(List.of(new Heard(at, text, null, meaning(intent, .9, Mood.NEUTRAL), clauses))));
    }

    Decision picks(String choiceId) {
        var heard = new Heard(++seq, choiceId, choiceId, meaning("oos", 0, Mood.NEUTRAL));
        return keep(decide(List.of(heard)));
    }

    /** The same situation again, without keeping the decision. */
    Decision would(String text, String intent) {
        return decide(List.of(new Heard(seq + 1, text, null, meaning(intent, .95, Mood.NEUTRAL))));
    }

    /** By other dialogs than the shipped ones. */
    Chat by(DialogBook dialogs) {
        book = dialogs;
        return this;
    }

    Chat on(Channel other) {
        channel = other;
        return this;
    }

    Settings settings() {
        return settings;
    }

    Chat having(Settings decided) {
        settings = decided;
        return this;
    }

    Decision would(String text, Understanding meaning) {
        return decide(List.of(new Heard(seq + 1, text, null, meaning)));
    }

    Memory memory() {
        return memory;
    }

    Understanding meaning(String intent, double confidence, Mood mood) {
        return new Understanding(language, List.of(new RankedIntent(intent, confidence)), List.of(), mood);
    }

    private Decision keep(Decision decision) {
        memory = decision.memory();
        history.addAll(decision.ledger());
        settings = decision.consent().after(settings, channel.code(), now);
        now = now.plusSeconds(20);
        seq += decision.say().size();
        waiting = waiting && !decision.leaveQueue() && decision.callBackAt() == null || decision.handoff() != null;
        return decision;
    }

    /** The provider's systems answer what {@link #answers} names, and nothing else. */
    private Decision decide(List<Heard> heard) {
        var replies = new HashMap<String, Reply>();
        Decision decision = DECIDER.decide(situation(heard, replies));
        while (decision.errand() != null) {
            replies.put(
                    decision.errand().key(),
                    answers.getOrDefault(decision.errand().name(), Reply.UNAVAILABLE));
            errands.add(decision.errand());
            decision = DECIDER.decide(situation(heard, replies));
        }
        return decision;
    }

    private Situation situation(List<Heard> heard, Map<String, Reply> replies) {
        return new Situation(
                now,
                ZoneId.of("UTC"),
                channel,
                language,
                heard,
                memory,
                estimates,
                new Situation.Customer(profile, history, settings, earlier),
                new Diagnosis(readings),
                queue,
                waiting,
                book,
                replies);
    }

    static Estimates estimates(Band band, double aptitude, double enthusiasm) {
        return new Estimates(
                new Estimates.Aptitude(aptitude, .6, band, List.of()),
                new Estimates.Enthusiasm(enthusiasm, enthusiasm - .2, enthusiasm + .2, List.of()));
    }

    /** The handoff that must be there. */
    static HandoffOrder handoff(Decision decision) {
        return Objects.requireNonNull(decision.handoff(), "no handoff");
    }

    /** Everything that the decision says, as one text. */
    static String text(Decision decision) {
        return String.join("\n", decision.say().stream().map(Content::words).toList());
    }

    static List<String> choices(Decision decision) {
        return decision.say().stream()
                .filter(Content.Choices.class::isInstance)
                .map(Content.Choices.class::cast)
                .flatMap(content -> content.choices().stream())
                .map(Choice::id)
                .toList();
    }
}
