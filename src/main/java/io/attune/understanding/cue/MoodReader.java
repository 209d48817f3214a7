package io.attune.understanding.cue;

import io.attune.understanding.Mood;
import java.util.List;

/**
 * From cues to a mood. Each further cue of a kind closes half of the gap to 1; shouting (exclamation marks, capitals) adds
 * a little to frustration that has words, and nothing where it has none, since capitals alone are a habit.
 */
public final class MoodReader {
    private static final double SHOUTING = 0.15;
    private static final double SARCASM = 0.45;

    private MoodReader() {}

    public static Mood read(String text, List<Mood.Cue> cues) {
        double frustration = level(cues, "frustration");
        double sarcasm = SARCASM * level(cues, "sarcasm") * 2;
        frustration = 1 - (1 - frustration) * (1 - Math.min(1, sarcasm));
        if (frustration > 0 && shouts(text)) {
            frustration = Math.min(1, frustration + SHOUTING);
        }
        return new Mood(
                frustration,
                level(cues, "politeness"),
                level(cues, "urgency"),
                level(cues, "thanks"),
                level(cues, "distress"),
                cues);
    }

    private static double level(List<Mood.Cue> cues, String kind) {
        long count = cues.stream().filter(cue -> cue.kind().equals(kind)).count();
        return count == 0 ? 0 : 1 - Math.pow(0.5, count);
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
