package io.attune.decision;

import io.attune.aptitude.Band;
import io.attune.decision.memory.Course;
import io.attune.decision.memory.Memory;
import io.attune.decision.policy.Signals;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.Troubleshoot;
import io.attune.understanding.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads from a situation what the handoff policy looks at. */
final class SignalReader {
    /** Nearly the same words again, as a share of shared words. */
    private static final double SAME = .6;

    private static final int USUAL_TURNS = 8;
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
        return memory.withCourse(memory.course().withTurn(frustration, repeats(situation)))
                .withTalk(memory.talk().withHeard(last.text()));
    }

    private static boolean repeats(Situation situation) {
        Heard last = situation.heard().getLast();
        String before = situation.memory().talk().heard();
        return last.choiceId() == null
                && before != null
                && Words.of(last.text()).size() >= 2
                && Words.likeness(before, last.text()) >= SAME;
    }

    Signals read(Situation situation, Memory memory, Act act) {
        Course course = memory.course();
        String intent = act instanceof Act.Brings brings ? brings.intent() : "";
        var profile = situation.customer().profile();
        var mood = situation.heard().stream().map(Heard::understanding).toList();
        return new Signals(
                mood.stream()
                        .flatMap(meaning -> meaning.mood().cues().stream())
                        .map(Mood.Cue::kind)
                        .collect(Collectors.toSet()),
                act instanceof Act.WantsPerson ? "human_request" : intent,
                queries(situation, memory, intent),
                course.frustration(),
                rise(course.trend()),
                Math.max(0, failedSteps(memory) - course.forgiven()),
                memory.talk().misunderstood(),
                course.again() > 0,
                course.again(),
                tooHard(situation, memory),
                situation.estimates().enthusiasm().mean(),
                profile.clv(),
                profile.churn() == null ? 0 : profile.churn(),
                Math.max(0, course.turns() - USUAL_TURNS),
                !course.solved().isEmpty(),
                mood.stream()
                        .mapToDouble(meaning -> meaning.mood().thanks())
                        .max()
                        .orElse(0),
                memory.talk().outageTold() && Outage.known(situation.diagnosis()),
                Boolean.TRUE.equals(profile.vulnerable()),
                isDown(situation.diagnosis()),
                course.turns(),
                course.over(),
                course.patience() > 0,
                situation.queue().expectedWait());
    }

    /** Contacts about this in the window, with this one. */
    private int queries(Situation situation, Memory memory, String brought) {
        String intent =
                brought.isEmpty() ? memory.topic().map(topic -> topic.intent()).orElse("") : brought;
        if (intent.isEmpty()) {
            return 1;
        }
        int past = History.contacts(History.of(situation, intent), situation.now(), Duration.ofDays(days));
        return Math.max(1, past + (situation.memory().course().queries().contains(intent) ? 0 : 1));
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
                .filter(tried -> tried.outcome() != io.attune.customer.Outcome.WORKED)
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
