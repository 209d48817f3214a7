package io.attune.aptitude;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to speak of a fault or a step that tells how technical somebody is, whatever terms they use. What is said decides,
 * never how it is spelt or put together. The values are set by hand, and checked on the rated conversations.
 */
enum Skill {
    SELF_NOVICE("says that they are no expert", -1.5, .45),
    HELPLESS("does not know what to do", -1.5, .45),
    OTHER_PERSON("leaves it to somebody else", -1.6, .4),
    ASKS_MEANING("asks what something is", -1.4, .45),
    ASKS_WHERE("asks where or how", -.9, .3),
    FOLK_NAME("has no name for it", -1.2, .3),
    VAGUE_SYMPTOM("tells the fault in general words", -.6, .25),
    HEDGE("is not sure of what they see", -.4, .1),
    BASIC_STEP("has restarted it", .1, .12),
    NARROWED("says where and when it happens", .5, .3),
    FIGURES("gives figures", .6, .3),
    TESTED("has narrowed the fault down", 1.0, .4),
    CONFIGURED("has changed settings", 1.2, .45),
    MEASURED("has measured", 1.4, .45),
    HYPOTHESIS("gives a cause", .8, .3),
    TRADE_REQUEST("asks for what the trade does", 1.5, .4),
    EXPERT_MOVE("thinks in layers and flows", 1.8, .5),
    SELF_EXPERT("says that they know the field", 1.5, .45);

    private final String sentence;
    private final double value;
    private final double information;

    Skill(String sentence, double value, double information) {
        this.sentence = sentence;
        this.value = value;
        this.information = information;
    }

    static Optional<Skill> of(String code) {
        return Arrays.stream(values())
                .filter(skill -> skill.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    /** For the agent, in English. */
    String sentence() {
        return sentence;
    }

    /** Where it puts somebody, logit scale. */
    double value() {
        return value;
    }

    double information() {
        return information;
    }

    /** Said by experts too, next to what only they say; then it tells nothing. */
    boolean isWeakSign() {
        return this == FOLK_NAME || this == VAGUE_SYMPTOM || this == HEDGE || this == ASKS_WHERE || this == BASIC_STEP;
    }

    /** Said by the technical alone. */
    boolean isStrongSign() {
        return value >= 1.2;
    }
}
