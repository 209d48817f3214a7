package io.attune.decision;

import io.attune.aptitude.Band;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.decision.memory.Course;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Talk;
import io.attune.decision.memory.Tried;
import io.attune.decision.policy.Signals;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.Troubleshoot;
import io.attune.understanding.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from a situation what the handoff policy looks at. */
final class SignalReader {
    /** Nearly the same words again, as a share of shared words. */
    private static final double SAME = .6;

    /** The same for what the bot said, which has many words in common anyway. */
    private static final double SAME_WORDS = .75;

    private static final int LONG_ENOUGH = 3;

    /** An intent below this is a guess. */
    private static final double SURE = .4;

    /** A customer who says that they have come with this again and again has done so at least this often. */
    private static final int TOLD_AGAIN = 3;

    private final int days;

    SignalReader(int days) {
        this.days = days;
    }

    /** The memory after hearing the messages: one turn more, with its frustration. */
    static Memory heard(Situation situation) {
        Memory memory = situation.memory();
        double frustration = situation.heard().stream()
                .mapToDouble(heard -> heard.understanding().mood().frustration())
                .max()
                .orElse(0);
        Heard last = situation.heard().getLast();
        Talk talk = memory.talk().withHeard(last.text());
        for (Heard heard : situation.heard()) {
            talk = heard.choiceId() == null ? talk.withOwn(heard.seq(), heard.text()) : talk;
        }
        return memory.withCourse(memory.course().withTurn(frustration, repeats(situation)))
                .withTalk(talk);
    }

    private static boolean repeats(Situation situation) {
        Heard last = situation.heard().getLast();
        String before = situation.memory().talk().heard();
        return last.choiceId() == null
                && before != null
                && Words.of(last.text()).size() >= 2
                && Words.likeness(before, last.text()) >= SAME;
    }

    /** Of a conversation that we lead: our own help for what is not understood rises step by step, and we know when we are stuck. */
    Signals read(Situation situation, Memory memory, Act act) {
        boolean unclear = act instanceof Act.Unclear && memory.talk().misunderstood() > 0;
        boolean objects = situation.memory().course().turns() > 0 && hears(situation, "misheard");
        boolean takes = situation.dialogs().forIntent("complaint").isPresent();
        return read(situation, memory, act, new Bot(unclear || objects ? 1 : 0, false, takes));
    }

    /** Of a conversation that somebody else's bot leads. */
    Signals readFromOutside(Situation situation, Memory memory, Act act) {
        return read(
                situation,
                memory,
                act,
                new Bot(memory.talk().misunderstood(), botRepeats(memory.talk().said()), false));
    }

    private Signals read(Situation situation, Memory memory, Act act, Bot bot) {
        return new Signals(
                message(situation, memory, act),
                course(situation, memory, bot),
                customer(situation, memory, act),
                situation.queue().expectedWait(),
                bot.takesComplaints());
    }

    /**
     * @param missed messages lately that the bot did not understand, or that say so
     * @param repeats whether it said nearly the same before
     * @param takesComplaints whether it has a dialog that takes a complaint down
     */
    private record Bot(int missed, boolean repeats, boolean takesComplaints) {}

    private static Signals.Message message(Situation situation, Memory memory, Act act) {
        List<Mood> moods = situation.heard().stream()
                .map(heard -> heard.understanding().mood())
                .toList();
        return new Signals.Message(
                cues(situation),
                act instanceof Act.WantsPerson ? "human_request" : brought(act),
                act instanceof Act.Brings brings && brings.confidence() >= SURE,
                moods.stream().mapToDouble(Mood::frustration).max().orElse(0),
                moods.stream().mapToDouble(Mood::thanks).max().orElse(0),
                memory.course().again() > 0,
                situation.heard().stream().anyMatch(heard -> isAtLength(heard)));
    }

    private static boolean isAtLength(Heard heard) {
        return heard.choiceId() == null && Words.of(heard.text()).size() >= LONG_ENOUGH;
    }

    private static Signals.Course course(Situation situation, Memory memory, Bot bot) {
        Course course = memory.course();
        return new Signals.Course(
                course.turns(),
                course.frustration(),
                rise(course.trend()),
                Math.max(0, failedInARow(memory) - course.forgiven()),
                bot.missed(),
                bot.repeats(),
                course.again(),
                tooHard(situation, memory),
                helped(memory) || hears(situation, "solved"),
                memory.talk().outageTold() && Outage.known(situation.diagnosis()),
                course.over(),
                course.patience() > 0);
    }

    private Signals.Customer customer(Situation situation, Memory memory, Act act) {
        var profile = situation.customer().profile();
        String intent = act instanceof Act.Brings brings
                ? brings.intent()
                : memory.topic().map(topic -> topic.intent()).orElse("");
        List<LedgerEntry> before = earlier(situation, intent);
        return new Signals.Customer(
                queries(situation, intent, before),
                Promises.broken(situation, memory, intent)
                        + (int) before.stream()
                                .filter(entry -> failed(entry) && !isOfNow(memory, entry))
                                .count(),
                situation.estimates().enthusiasm().mean(),
                profile.clv(),
                profile.churn(),
                Boolean.TRUE.equals(profile.vulnerable()),
                isDown(situation.diagnosis()));
    }

    private static boolean failed(LedgerEntry entry) {
        return entry.outcome() == Outcome.FAILED || entry.outcome() == Outcome.CAME_BACK;
    }

    /** The ledger has the steps of this conversation too. */
    private static boolean isOfNow(Memory memory, LedgerEntry entry) {
        return memory.tried().stream()
                .anyMatch(tried -> (tried.dialog() + "/" + tried.remedy()).equals(entry.remedy()));
    }

    /**
     * What happened about this in the window. Whoever says that it is here again, and not what, is taken to mean what they
     * came with most.
     */
    private List<LedgerEntry> earlier(Situation situation, String intent) {
        Stream<List<LedgerEntry>> candidates = !intent.isEmpty()
                ? Stream.of(History.of(situation, intent))
                : hears(situation, "again") || hears(situation, "unsolved")
                        ? situation.customer().history().stream()
                                .map(LedgerEntry::intent)
                                .distinct()
                                .map(one -> History.of(situation, one))
                        : Stream.empty();
        Instant since = situation.now().minus(Duration.ofDays(days));
        return candidates
                .map(entries -> entries.stream()
                        .filter(entry -> !entry.at().isBefore(since))
                        .toList())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static String brought(Act act) {
        return act instanceof Act.Brings brings ? brings.intent() : "";
    }

    static boolean hears(Situation situation, String cue) {
        return cues(situation).contains(cue);
    }

    private static Set<String> cues(Situation situation) {
        return situation.heard().stream()
                .flatMap(heard -> heard.understanding().mood().cues().stream()
                        .map(Mood.Cue::kind)
                        .filter(cue -> !cue.equals("human") || !Reach.isForForm(heard, situation)))
                .collect(Collectors.toSet());
    }

    /** Whether the bot's last words are nearly what it said before. Short ones are no sign of it. */
    private static boolean botRepeats(List<String> said) {
        if (said.size() < 2 || Words.of(said.getLast()).size() < LONG_ENOUGH) {
            return false;
        }
        return said.subList(0, said.size() - 1).stream()
                .anyMatch(before -> Words.likeness(before, said.getLast()) >= SAME_WORDS);
    }

    /** Steps that failed since the last that helped. */
    private static int failedInARow(Memory memory) {
        int failed = 0;
        for (Tried tried : memory.tried()) {
            failed = tried.outcome() == Outcome.WORKED ? 0 : failed + 1;
        }
        return failed;
    }

    private static boolean helped(Memory memory) {
        return !memory.tried().isEmpty() && memory.tried().getLast().outcome() == Outcome.WORKED;
    }

    /** Contacts about this in the window, with this one. */
    private int queries(Situation situation, String intent, List<LedgerEntry> before) {
        int told = hears(situation, "again") ? TOLD_AGAIN : 1;
        int past = History.contacts(before, situation.now(), Duration.ofDays(days));
        boolean counted = situation.memory().course().queries().contains(intent);
        return Math.max(told, past + (counted ? 0 : 1));
    }

    /** Logits by which the step in hand is harder than the customer is able; 0 for whoever is not known. */
    private static double tooHard(Situation situation, Memory memory) {
        var aptitude = situation.estimates().aptitude();
        return memory.topic()
                .filter(topic -> topic.open() != null && aptitude.band() != Band.UNKNOWN)
                .flatMap(topic -> situation
                        .dialogs()
                        .dialog(topic.dialog())
                        .filter(Troubleshoot.class::isInstance)
                        .map(Troubleshoot.class::cast)
                        .flatMap(dialog -> dialog.remedy(
                                Objects.requireNonNull(topic.open()).id())))
                .map(remedy -> Math.max(0, remedy.effort().difficulty() - aptitude.mean()))
                .orElse(0.0);
    }

    static int failedSteps(Memory memory) {
        return (int) memory.tried().stream()
                .filter(tried -> tried.outcome() != Outcome.WORKED)
                .count();
    }

    private static double rise(List<Double> trend) {
        int size = trend.size();
        return size < 3 ? 0 : trend.get(size - 1) - trend.get(size - 3);
    }

    private static boolean isDown(Diagnosis diagnosis) {
        return diagnosis.value("line.sync").filter("down"::equals).isPresent();
    }
}
