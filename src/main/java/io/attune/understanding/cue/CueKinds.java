package io.attune.understanding.cue;

import java.util.List;
import java.util.Set;

/** The kinds of cue that anything is made of; another one in a file is a slip of the pen. */
public final class CueKinds {
    /** Asks for a person, whatever else the message is about. */
    public static final String HUMAN = "human";

    /** Words that ask for a person or merely speak of one: the intent decides. */
    public static final String MENTION = "mention";

    /** Danger, violence, self-harm, bereavement. */
    public static final String DISTRESS = "distress";

    /** Somebody's health depends on the line. */
    public static final String MEDICAL = "medical";

    /** Cannot pay, not merely not today. */
    public static final String HARDSHIP = "hardship";

    /** Lawyers, regulators, formal complaints. */
    public static final String LEGAL = "legal";

    /** Wants a complaint taken down, and threatens with nothing. */
    public static final String COMPLAINT = "complaint";

    /** Will leave, or threatens to. */
    public static final String LEAVING = "leaving";

    /** The bot missed the point, or does not read. */
    public static final String MISHEARD = "misheard";

    /** A bot says that it did not understand. */
    public static final String LOST = "lost";

    /** A step did not help. */
    public static final String UNSOLVED = "unsolved";

    /** It works, or the matter is settled. */
    public static final String SOLVED = "solved";

    /** Has done what was proposed already. */
    public static final String ALREADY = "already";

    /** Has come with this several times before. */
    public static final String AGAIN = "again";

    /** Suffers, and says so politely. */
    public static final String UPSET = "upset";

    public static final String FRUSTRATION = "frustration";
    public static final String ANGER = "anger";
    public static final String SARCASM = "sarcasm";
    public static final String POLITENESS = "politeness";
    public static final String URGENCY = "urgency";
    public static final String THANKS = "thanks";
    public static final String WILLING = "willing";
    public static final String UNWILLING = "unwilling";

    /** Does not want their data used, or themselves sized up. */
    public static final String OBJECTS = "objects";

    /** Takes such a refusal back. */
    public static final String PERMITS = "permits";

    /** Is uneasy about what is done with their data, and does not say what should follow. */
    public static final String UNEASY = "uneasy";

    /** Wants no advertising. */
    public static final String NO_ADS = "no_ads";

    /** What is said of the use of the customer's data. */
    public static final Set<String> CONSENT = Set.of(OBJECTS, PERMITS, UNEASY, NO_ADS);

    /** A customer of any language may ask for a person in any other, and however they spell it. */
    static final Set<String> REQUESTS = Set.of(HUMAN, MENTION);

    /** The same, but word for word: misspellings of one language are words of another. */
    static final Set<String> CRIES = Set.of(DISTRESS, MEDICAL);

    /** For the estimate of how technical somebody is. */
    private static final List<String> APTITUDE = List.of("vague_reference", "self_novice", "self_expert", "procedure");

    private static final Set<String> MOOD = Set.of(
            HUMAN,
            MENTION,
            DISTRESS,
            MEDICAL,
            HARDSHIP,
            LEGAL,
            COMPLAINT,
            LEAVING,
            MISHEARD,
            LOST,
            UNSOLVED,
            SOLVED,
            ALREADY,
            AGAIN,
            UPSET,
            FRUSTRATION,
            ANGER,
            SARCASM,
            POLITENESS,
            URGENCY,
            THANKS,
            WILLING,
            UNWILLING);

    private CueKinds() {}

    static boolean isKnown(String kind) {
        return MOOD.contains(kind) || APTITUDE.contains(kind) || CONSENT.contains(kind);
    }

    /** The known kind that this may have been meant to be, or all of them. */
    static String hint(String kind) {
        return java.util.stream.Stream.concat(MOOD.stream(), APTITUDE.stream())
                .sorted()
                .filter(known -> Spelling.alike(known, kind))
                .findFirst()
                .map(known -> "did you mean " + known + "?")
                .orElseGet(() -> "known: "
                        + String.join(
                                ", ",
                                java.util.stream.Stream.concat(MOOD.stream(), APTITUDE.stream())
                                        .sorted()
                                        .toList()));
    }
}
