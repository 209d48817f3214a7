package io.attune.understanding.opennlp;

import io.attune.message.Language;
import java.util.Arrays;

/**
 * Tells the four languages apart, on short messages too. The conversation's language is the prior: a text of names, numbers
 * and words that every language shares leaves it as it is.
 */
final class LanguageModel {
    /** Logits by which another language must lead the conversation's own. */
    private static final double LEAD = 1.3;

    private final IntentModel model;
    private final Language[] languages;

    LanguageModel(IntentModel model) {
        this.model = model;
        this.languages = Arrays.stream(model.outcomes())
                .map(code -> Language.ofTag(code).orElseThrow())
                .toArray(Language[]::new);
    }

    Language detect(String text, Language prior) {
        IntentModel.Scores scores = model.score(text, null);
        if (scores.words() == 0
                || text.chars().filter(Character::isLetter).limit(2).count() < 2) {
            return prior;
        }
        int best = -1;
        float own = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < languages.length; k++) {
            best = best < 0 || scores.logits()[k] > scores.logits()[best] ? k : best;
            own = languages[k] == prior ? scores.logits()[k] : own;
        }
        return scores.logits()[best] - own > LEAD ? languages[best] : prior;
    }
}
