package io.attune.understanding.opennlp;

import io.attune.understanding.Mood;
import io.attune.understanding.Understanding.RankedIntent;
import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether words that can ask for a person do ask for one. They do, unless the message as a whole is taken for something
 * else that uses the same words: "are you a human?", "the agent said it would be free".
 */
final class HumanRequest {
    static final String INTENT = "human_request";

    /** Below this chance of a request for a person, words in a longer message only mention one. */
    private static final double MENTION = 0.02;

    /** The same for a single word, such as "agent". */
    private static final double BARE_MENTION = 0.15;

    /** From this chance on, somebody is taken at their word, even where another reading is likelier. */
    private static final double DOUBTFUL = 0.2;

    /** How sure words that ask for a person are of it, when the classifier is not: measured on held-out utterances. */
    private static final double SURE = 0.9;

    private static final int SHORT = 4;
    private static final Set<String> ABOUT_US = Set.of("bot_identity");

    private HumanRequest() {}

    static List<Mood.Cue> heard(List<Mood.Cue> cues, Words words, List<RankedIntent> ranking) {
        if (cues.isEmpty()) {
            return cues;
        }
        double chance = chance(ranking, INTENT);
        double aboutUs =
                ABOUT_US.stream().mapToDouble(intent -> chance(ranking, intent)).sum();
        if (aboutUs > chance && chance < DOUBTFUL) {
            return List.of();
        }
        boolean bare = cues.stream().noneMatch(cue -> cue.words().contains(" "));
        return words.size() > SHORT && chance < (bare ? BARE_MENTION : MENTION) ? List.of() : cues;
    }

    /** The ranking with the request for a person at its head. */
    static List<RankedIntent> leading(List<RankedIntent> ranking) {
        double confidence = Math.max(SURE, chance(ranking, INTENT));
        double rest = 1 - confidence;
        double others = 1 - chance(ranking, INTENT);
        List<RankedIntent> led = new ArrayList<>();
        led.add(new RankedIntent(INTENT, confidence));
        ranking.stream()
                .filter(ranked -> !ranked.intent().equals(INTENT))
                .map(ranked -> new RankedIntent(ranked.intent(), ranked.confidence() * rest / Math.max(others, 1e-9)))
                .forEach(led::add);
        return led;
    }

    private static double chance(List<RankedIntent> ranking, String intent) {
        return ranking.stream()
                .filter(ranked -> ranked.intent().equals(intent))
                .mapToDouble(RankedIntent::confidence)
                .sum();
    }
}
