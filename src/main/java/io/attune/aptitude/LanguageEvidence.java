package io.attune.aptitude;

import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how technical a customer is from what they name ({@link Terms}) and from how they speak of a fault or a step
 * ({@link Skills}), never from how they spell, punctuate or structure it. What was read off the bot, off a screen (in
 * quotes) or pasted does not count. A message without evidence gives none. Stateless.
 */
public final class LanguageEvidence {
    static final String KIND = "language";

    /** What one message can tell at most: its parts are of a piece. */
    private static final double MOST_INFORMATION = 1.3;

    private final Terms terms;
    private final Skills skills;
    private final Spelling spelling;

    public LanguageEvidence(Lexicon lexicon, SkillBook skills, Spelling spelling) {
        this.terms = new Terms(lexicon);
        this.skills = new Skills(skills);
        this.spelling = spelling;
    }

    public List<Observation> observe(Said said) {
        String text = spelling.mended(OwnWords.of(said), said.language());
        Words words = Words.of(text);
        List<Observation> found = new ArrayList<>();
        Terms.Found named = terms.observe(text, words, said, found);
        skills.observe(text, said, named, found);
        double total = found.stream().mapToDouble(Observation::information).sum();
        double share = Math.min(1, MOST_INFORMATION / Math.max(total, 1e-9));
        return found.stream().map(one -> one.weighted(share)).toList();
    }
}
