package io.attune.turn;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.aptitude.Band;
import io.attune.aptitude.Estimates;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.conversation.Sender;
import io.attune.conversation.TurnRecord;
import io.attune.conversation.store.Archive;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Level;
import io.attune.customer.Outcome;
import io.attune.customer.Profile;
import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.Heard;
import io.attune.decision.QueueState;
import io.attune.decision.Situation;
import io.attune.decision.memory.Memory;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.DialogBook;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.turn.Grounds.Occasion;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.Entity;
import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A conversation at random, recorded as the log would have it: everything has been through its written form. */
final class Walk {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final ObjectMapper LOG = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final List<String> CONTROL = List.of(
            "affirm",
            "deny",
            "dont_know",
            "it_worked",
            "still_broken",
            "already_tried",
            "repeat",
            "go_back",
            "cancel_topic",
            "help",
            "thanks",
            "abuse",
            "oos",
            "human_request");
    private static final List<String> WORDS = List.of(
            "it is about the internet in the bedroom",
            "yes",
            "2",
            "nothing works since monday",
            "tomorrow at 5",
            "my number is 447700900123 or a@b.example",
            "everything is dead",
            "i did that already",
            "no idea");
    private static final String[] READINGS = {
        "line.sync",
        "line.downstreamMbps",
        "line.planMbps",
        "line.errors",
        "wifi.signal",
        "router.reachable",
        "router.uptimeDays",
        "outage.area",
        "tv.signal",
        "mobile.data"
    };
    private static final String[] VALUES = {"ok", "down", "15", "98", "low", "high", "good", "weak", "yes", "no", "none"
    };

    private final Random chance;
    private final DialogBook book;
    private final List<String> topics;
    private final Decider decider = new Decider();
    private final TurnJson json = new TurnJson();
    private final List<Archive.Kept> log = new ArrayList<>();
    private final List<LedgerEntry> history = new ArrayList<>();
    private final Map<String, Diagnosis.Reading> readings = new HashMap<>();
    private final Profile profile;
    private Language language;
    private Memory memory = Memory.EMPTY;
    private Instant now = START;
    private boolean waiting;

    private Walk(long seed, DialogBook book) {
        this.chance = new Random(seed);
        this.book = book;
        this.topics = book.topics().stream().sorted().toList();
        this.language = Language.values()[chance.nextInt(Language.values().length)];
        this.profile = chance.nextBoolean()
                ? Profile.EMPTY
                : new Profile(
                        "Maria",
                        null,
                        "en-GB",
                        "Europe/Madrid",
                        java.time.LocalDate.of(1970, 5, 17),
                        "Fibre 100",
                        33,
                        Level.HIGH,
                        .25,
                        Map.of("worksFromHome", true, "bill.amount", 41.5, "area", "N7"),
                        "family",
                        chance.nextInt(8) == 0,
                        null);
        for (int i = chance.nextInt(6); i > 0; i--) {
            history.add(new LedgerEntry(
                    now.minus(Duration.ofHours(chance.nextInt(900))),
                    "phone",
                    topics.get(chance.nextInt(topics.size())),
                    chance.nextBoolean() ? null : "internet-slow/restart-router",
                    chance.nextBoolean() ? null : Outcome.values()[chance.nextInt(Outcome.values().length)],
                    null));
        }
    }

    /** @param seed the same gives the same conversation */
    static List<Archive.Kept> record(long seed, DialogBook book, int turns) {
        var walk = new Walk(seed, book);
        walk.turn(Occasion.GREETING, List.of(), false);
        for (int i = 0; i < turns; i++) {
            walk.step();
        }
        return walk.log;
    }

    /** An English conversation that greets and then takes these steps: the id of a choice, or else an intent. */
    static List<Archive.Kept> of(DialogBook book, String... steps) {
        var walk = new Walk(0, book);
        walk.language = Language.EN;
        walk.turn(Occasion.GREETING, List.of(), false);
        for (String step : steps) {
            walk.now = walk.now.plusSeconds(20);
            long seq = walk.asked();
            String choice = step.contains(":") ? step : null;
            var meaning = new Understanding(
                    Language.EN,
                    List.of(new RankedIntent(choice == null ? step : "oos", .97)),
                    List.of(),
                    Mood.NEUTRAL);
            walk.turn(Occasion.ANSWER, List.of(new Heard(seq, step, choice, meaning)), false);
        }
        return walk.log;
    }

    private long asked() {
        return add(new Message(Sender.CUSTOMER, "m", new Content.Text("words"), null, null), null, null);
    }

    private void step() {
        now = now.plusSeconds(5 + chance.nextInt(60)).plus(Duration.ofHours(chance.nextInt(20) == 0 ? 26 : 0));
        if (chance.nextInt(3) == 0) {
            var value = VALUES[chance.nextInt(VALUES.length)];
            readings.put(READINGS[chance.nextInt(READINGS.length)], new Diagnosis.Reading(value, now));
        }
        if (waiting && chance.nextBoolean()) {
            waiting = false;
            turn(chance.nextBoolean() ? Occasion.WELCOME_BACK : Occasion.NOBODY_CAME, List.of(), true);
            return;
        }
        var heard = new ArrayList<Heard>();
        for (int i = chance.nextInt(6) == 0 ? 2 : 1; i > 0; i--) {
            heard.add(message());
        }
        turn(Occasion.ANSWER, heard, false);
    }

    private Heard message() {
        long seq = asked();
        var offered = memory.talk().asked().choices();
        if (!offered.isEmpty() && chance.nextInt(2) == 0) {
            String id = offered.get(chance.nextInt(offered.size())).id();
            return new Heard(
                    seq,
                    id,
                    id,
                    new Understanding(language, List.of(new RankedIntent("oos", 0)), List.of(), Mood.NEUTRAL));
        }
        String intent = chance.nextInt(3) == 0
                ? CONTROL.get(chance.nextInt(CONTROL.size()))
                : topics.get(chance.nextInt(topics.size()));
        double sure = .2 + .8 * chance.nextDouble();
        var ranking = List.of(
                new RankedIntent(intent, sure),
                new RankedIntent(topics.get(chance.nextInt(topics.size())), (1 - sure) * chance.nextDouble()));
        var mood = new Mood(chance.nextDouble(), 0, .1 / 3, 0, 0, List.of(new Mood.Cue("urgent", "now")));
        return new Heard(
                seq,
                WORDS.get(chance.nextInt(WORDS.size())),
                null,
                new Understanding(language, ranking, List.of(new Entity("date", "tomorrow", 0, 3)), mood));
    }

    private void turn(Occasion occasion, List<Heard> heard, boolean returned) {
        var replies = new HashMap<String, Reply>();
        Grounds grounds = grounds(occasion, heard, returned, replies);
        Decision decision = grounds.decide(decider);
        while (decision.errand() != null) {
            replies.put(
                    decision.errand().key(),
                    chance.nextBoolean()
                            ? Reply.UNAVAILABLE
                            : new Reply("done", Map.of("number", "AP-1", "day", "2026-03-05")));
            grounds = grounds(occasion, heard, returned, replies);
            decision = grounds.decide(decider);
        }
        var thought = new Thought(heard, language, grounds.situation().estimates(), null, decision, grounds);
        Long replyTo = heard.isEmpty() ? null : Long.valueOf(heard.getLast().seq());
        TurnRecord record = json.record(thought, replyTo);
        String kept = GroundsJson.write(grounds);
        boolean first = true;
        for (var content : decision.say()) {
            add(new Message(Sender.BOT, null, content, null, replyTo), first ? record : null, first ? kept : null);
            first = false;
        }
        if (first) {
            add(new ConversationEvent.Status(Sender.BOT, decision.kind().code(), replyTo), record, kept);
        }
        memory = decision.memory();
        history.addAll(decision.ledger());
        waiting = waiting && !decision.leaveQueue() || decision.handoff() != null;
        now = now.plusMillis(3);
    }

    private Grounds grounds(Occasion occasion, List<Heard> heard, boolean returned, Map<String, Reply> replies) {
        Memory start = Decider.startingFrom(memory, returned, false, book);
        var situation = new Situation(
                now,
                ZoneId.of("Europe/Madrid"),
                Channel.WEB,
                language,
                heard,
                start,
                estimates(),
                new Situation.Customer(profile, history),
                new Diagnosis(readings),
                new QueueState(chance.nextInt(1), 1, Duration.ofMinutes(4), List.of(START.plusSeconds(86400))),
                waiting,
                book,
                replies);
        return new Grounds(occasion, returned, false, null, null, "0123456789abcdef", situation);
    }

    private Estimates estimates() {
        double mean = log.size() / 7.0 - 1;
        return new Estimates(
                new Estimates.Aptitude(
                        mean, .6 / 7, Band.values()[(int) (Math.abs(mean) * 3) % Band.values().length], List.of()),
                new Estimates.Enthusiasm(.5 + mean / 9, .1, .9, List.of(new Estimates.Evidence("x", 1.0 / 3))));
    }

    private long add(ConversationEvent event, @Nullable TurnRecord turn, @Nullable String grounds) {
        long seq = log.size() + 1;
        log.add(new Archive.Kept(
                new Entry(
                        seq,
                        now,
                        written(event, ConversationEvent.class),
                        turn == null ? null : written(turn, TurnRecord.class)),
                grounds));
        return seq;
    }

    private static <T> T written(T value, Class<T> type) {
        try {
            return LOG.readValue(LOG.writeValueAsString(value), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
