package io.attune.aptitude;

import io.attune.message.Language;
import io.attune.understanding.Words;

/** Reads how hard a step is from how the bot puts it, and from the answer whether it was done, where nobody tells. */
final class StepReader {
    private static final double EASY = -1;
    private static final double PER_BAND = .5;
    private static final double IN_SETTINGS = .5;

    private final Lexicon lexicon;
    private final SkillBook skills;
    private final Spelling spelling;

    StepReader(Lexicon lexicon, SkillBook skills, Spelling spelling) {
        this.lexicon = lexicon;
        this.skills = skills;
        this.spelling = spelling;
    }

    /** Logit scale: about -1 for turning something off and on, above 1 for what needs terms of the trade. */
    double difficulty(String step, Language language) {
        int band = lexicon.find(Words.of(step), language).stream()
                .mapToInt(hit -> hit.value().band())
                .max()
                .orElse(0);
        boolean settings = skills.find(PlainTokens.of(step, language), language).stream()
                .anyMatch(hit -> hit.skill() == Skill.CONFIGURED);
        return EASY + PER_BAND * band + (settings ? IN_SETTINGS : 0);
    }

    /** Whether the answer tells that the step was done, even if it did not help. */
    boolean isDone(Said answer) {
        Language language = answer.language();
        String own = spelling.mended(OwnWords.of(answer), language);
        return skills.find(PlainTokens.of(own, language), language).stream()
                .anyMatch(hit -> hit.skill() == Skill.BASIC_STEP || hit.skill() == Skill.TESTED);
    }
}
