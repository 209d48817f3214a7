package io.attune.understanding.cue;

import io.attune.understanding.Mood;
import java.util.List;
import java.util.Map;

/**
 * From cues to a mood. Each cue closes its share of the gap to 1, so that more of them count for more and none is ever
 * certain; shouting (exclamation marks, capitals) adds a little to frustration that has words, and nothing where it has
 * none, since capitals alone are a habit. Thanks that are part of sarcasm are none.
 */
public final class MoodReader {
    private static final double SHOUTING = 0.15;
    private static final double SHARE = 0.5;

    /** What a cue says of frustration; what is not here says nothing of it. */
    private static final Map<String, Double> FRUSTRATION = Map.of(
            CueKinds.ANGER, .7,
            CueKinds.FRUSTRATION, .5,
            CueKinds.SARCASM, .5,
            CueKinds.UPSET, .5,
            CueKinds.MISHEARD, .5,
            CueKinds.AGAIN, .35,
            CueKinds.ALREADY, .2,
            CueKinds.UNWILLING, .2,
            CueKinds.LEAVING, .3,
            CueKinds.UNSOLVED, .05);

    private MoodReader() {}

    public static Mood read(String text, List<Mood.Cue> cues) {
        double calm = 1;
        for (Mood.Cue cue : cues) {
            calm *= 1 - FRUSTRATION.getOrDefault(cue.kind(), 0.0);
        }
        double frustration = 1 - calm;
        if (frustration > 0 && shouts(text)) {
            frustration = Math.min(1, frustration + SHOUTING);
        }
        boolean sarcastic = cues.stream().anyMatch(cue -> cue.kind().equals(CueKinds.SARCASM));
        return new Mood(
                frustration,
                level(cues, CueKinds.POLITENESS),
                level(cues, CueKinds.URGENCY),
                sarcastic ? 0 : level(cues, CueKinds.THANKS),
                Math.max(
                        level(cues, CueKinds.DISTRESS),
                        Math.max(
                                level(cues, CueKinds.MEDICAL),
                                Math.max(level(cues, CueKinds.HARDSHIP), SHARE * level(cues, CueKinds.UPSET)))),
                cues);
    }

    private static double level(List<Mood.Cue> cues, String kind) {
        long count = cues.stream().filter(cue -> cue.kind().equals(kind)).count();
        return count == 0 ? 0 : 1 - Math.pow(SHARE, count);
    }

    private static boolean shouts(String text) {
        int capitals = 0;
        int letters = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            capitals += Character.isUpperCase(letter) ? 1 : 0;
            letters += Character.isLetter(letter) ? 1 : 0;
            marks += letter == '!' ? 1 : 0;
        }
        return marks >= 2 || (letters >= 8 && capitals > 0.7 * letters);
    }
}
