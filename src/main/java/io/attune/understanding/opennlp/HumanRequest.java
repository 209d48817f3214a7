package io.attune.understanding.opennlp;

import io.attune.understanding.Mood;
import io.attune.understanding.Understanding.RankedIntent;
import io.attune.understanding.Words;
import io.attune.understanding.cue.CueBook;
import io.attune.understanding.cue.CueKinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a message asks for a person. Words that ask for one do; words that merely speak of one do when the classifier
 * agrees, or when there is hardly anything else in the message. Words that speak of a person and ask for none ("are you a
 * human?", "there is no human at home") keep even the classifier from hearing a request.
 *
 * @param cues the words that ask for a person
 * @param ranking the intents, a request at their head when there is one
 */
record HumanRequest(List<Mood.Cue> cues, List<RankedIntent> ranking) {
    static final String INTENT = "human_request";

    /** From this chance on, words that may ask for a person do. */
    private static final double AGREES = 0.2;

    /** Below this the classifier's guess, with no words that ask for a person, is none. */
    private static final double GUESS = 0.4;

    /** How sure words that ask for a person are of it, when the classifier is not: measured on held-out utterances. */
    private static final double SURE = 0.9;

    /** Words of a message that can hardly be about anything else than the person it names. */
    private static final int SHORT = 3;

    static HumanRequest heard(CueBook.Found found, Words words, List<RankedIntent> ranking) {
        double chance = chance(ranking);
        boolean speaksOfOne = found.takenBack().contains(CueKinds.HUMAN);
        boolean agrees = !speaksOfOne && (chance >= AGREES || words.size() <= SHORT);
        List<Mood.Cue> asking = found.cues().stream()
                .filter(cue -> cue.kind().equals(CueKinds.HUMAN) || (cue.kind().equals(CueKinds.MENTION) && agrees))
                .map(cue -> new Mood.Cue(CueKinds.HUMAN, cue.words()))
                .toList();
        if (!asking.isEmpty()) {
            return new HumanRequest(asking, with(ranking, Math.max(SURE, chance)));
        }
        boolean doubtful = ranking.getFirst().intent().equals(INTENT) && chance < GUESS;
        return new HumanRequest(List.of(), speaksOfOne || doubtful ? without(ranking) : ranking);
    }

    /** The ranking with this confidence of a request for a person, and the others in proportion. */
    private static List<RankedIntent> with(List<RankedIntent> ranking, double confidence) {
        double others = Math.max(1 - chance(ranking), 1e-9);
        List<RankedIntent> changed = new ArrayList<>();
        changed.add(new RankedIntent(INTENT, confidence));
        ranking.stream()
                .filter(ranked -> !ranked.intent().equals(INTENT))
                .map(ranked ->
                        new RankedIntent(ranked.intent(), Math.min(1, ranked.confidence() * (1 - confidence) / others)))
                .forEach(changed::add);
        changed.sort(Comparator.comparingDouble(RankedIntent::confidence).reversed());
        return changed;
    }

    /** The ranking with the request for a person at its end. */
    private static List<RankedIntent> without(List<RankedIntent> ranking) {
        List<RankedIntent> others = new ArrayList<>(ranking.stream()
                .filter(ranked -> !ranked.intent().equals(INTENT))
                .toList());
        others.add(new RankedIntent(INTENT, 0));
        return others;
    }

    private static double chance(List<RankedIntent> ranking) {
        return ranking.stream()
                .filter(ranked -> ranked.intent().equals(INTENT))
                .mapToDouble(RankedIntent::confidence)
                .sum();
    }
}
