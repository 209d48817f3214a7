package io.attune.assess;

import io.attune.aptitude.Listener;
import io.attune.assess.Assessed.Turn;
import io.attune.assess.HandoffTranscripts.Labelled;
import io.attune.decision.Onlooker;
import io.attune.decision.policy.Verdict.Advice;
import io.attune.dialog.yaml.BookReader;
import io.attune.understanding.Understander;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How well conversations are handed over: a transfer within one message of the right one is right, any other is wrong.
 * As a program it prints the scores by language and half, and with {@code -v} each mistake of the tuning half.
 */
final class HandoffScore {
    private final Assessor assessor;
    final List<String> mistakes = new ArrayList<>();
    int needed;
    int found;
    int transferred;
    int right;
    int none;
    int falsely;
    int offered;

    HandoffScore(Assessor assessor) {
        this.assessor = assessor;
    }

    static Assessor assessor() throws IOException {
        Path models = Path.of("models");
        Understander understander = OpenNlpUnderstander.load(models);
        Path lexicon = models.resolve("lexicon");
        return new Assessor(
                understander,
                Listener.load(lexicon),
                new Onlooker(),
                BookReader.read(Path.of("dialogs")).dialogs());
    }

    void add(Labelled labelled) {
        List<Turn> turns = assessor.assess(labelled.transcript()).turns();
        int at = 0;
        boolean offer = false;
        for (int i = turns.size(); i >= 1; i--) {
            Advice advice = turns.get(i - 1).handoff().decision();
            at = advice == Advice.TRANSFER ? i : at;
            offer |= advice == Advice.OFFER;
        }
        boolean near = labelled.turn() > 0 && at > 0 && Math.abs(at - labelled.turn()) <= 1;
        needed += labelled.turn() > 0 ? 1 : 0;
        found += near ? 1 : 0;
        transferred += at > 0 ? 1 : 0;
        right += near ? 1 : 0;
        none += labelled.turn() == 0 ? 1 : 0;
        falsely += labelled.turn() == 0 && at > 0 ? 1 : 0;
        offered += labelled.turn() == 0 && offer ? 1 : 0;
        if (!near && (labelled.turn() > 0 || at > 0)) {
            mistakes.add(story(labelled, at, turns));
        }
    }

    double recall() {
        return found / (double) needed;
    }

    double precision() {
        return right / (double) transferred;
    }

    double falseRate() {
        return falsely / (double) none;
    }

    private static String story(Labelled labelled, int at, List<Turn> turns) {
        var story = new StringBuilder(
                labelled.kind() + " " + labelled.id() + ": wanted @" + labelled.turn() + ", got @" + at + "\n");
        for (Turn turn : turns) {
            story.append(String.format(
                    Locale.ROOT,
                    "   %-9s p=%.2f t=%.2f %s e=%.2f | %s | %s %s %s%n",
                    turn.handoff().decision().code(),
                    turn.handoff().probability(),
                    turn.handoff().threshold(),
                    turn.handoff().rule(),
                    turn.enthusiasm().mean(),
                    Known.turns(labelled.transcript()).get(turn.index()).words(),
                    turn.intent(),
                    turn.mood().cues().stream()
                            .map(cue -> cue.kind() + "=" + cue.words())
                            .toList(),
                    turn.handoff().reasons().stream()
                            .skip(1)
                            .limit(4)
                            .map(reason -> reason.what() + reason.value())
                            .toList()));
        }
        return story.toString();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%3d recall %.3f (%d/%d) precision %.3f false %.3f (%d/%d) offered without need %d",
                needed + none,
                recall(),
                found,
                needed,
                precision(),
                falseRate(),
                falsely,
                none,
                offered);
    }

    /** @param args {@code -v} to see the mistakes; {@code later}, {@code last}, {@code blind} or {@code unseen} for those written later */
    public static void main(String[] args) throws IOException {
        List<String> flags = List.of(args);
        String later = Stream.of("later", "last", "blind", "unseen")
                .filter(flags::contains)
                .map(set -> set + "-")
                .findFirst()
                .orElse("");
        Assessor assessor = assessor();
        for (String language : List.of("en", "es", "fr", "de")) {
            for (boolean heldOut : later.isEmpty() ? new boolean[] {false, true} : new boolean[] {false}) {
                for (boolean outcomes : new boolean[] {true, false}) {
                    var score = new HandoffScore(assessor);
                    HandoffTranscripts.read(later + language, outcomes).stream()
                            .filter(one -> !later.isEmpty() || one.isHeldOut() == heldOut)
                            .forEach(score::add);
                    System.out.println(later
                            + language
                            + (heldOut ? " held-out " : " ")
                            + (outcomes ? "outcomes " : "words    ")
                            + score);
                    if (flags.contains("-v") && (outcomes || flags.contains("-w"))) {
                        score.mistakes.forEach(System.out::println);
                    }
                }
            }
        }
    }
}
