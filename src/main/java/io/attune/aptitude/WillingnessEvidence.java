package io.attune.aptitude;

import io.attune.understanding.Mood;
import java.util.ArrayList;
import java.util.List;

/** Signs of willingness in how a message is said; what a customer does with a step is the decision's to tell. */
public final class WillingnessEvidence {
    private WillingnessEvidence() {}

    public static List<Willingness> observe(Mood mood, long seq) {
        List<Willingness> signs = new ArrayList<>();
        for (Mood.Cue cue : mood.cues()) {
            switch (cue.kind()) {
                case "willing" -> add(signs, Willingness.Sign.CURIOUS, "is ready to try: " + cue.words(), seq);
                case "thanks" -> add(signs, Willingness.Sign.THANKED, "said thanks: " + cue.words(), seq);
                case "unwilling" -> add(signs, Willingness.Sign.REFUSED, "does not want to try: " + cue.words(), seq);
                case "human" -> add(signs, Willingness.Sign.WANTS_PERSON, "asked for a person: " + cue.words(), seq);
                case "procedure" ->
                    add(signs, Willingness.Sign.VOLUNTEERED, "had tested by themselves: " + cue.words(), seq);
                default -> {}
            }
        }
        return signs;
    }

    /** One message counts once for each sign. */
    private static void add(List<Willingness> signs, Willingness.Sign sign, String what, long seq) {
        if (signs.stream().noneMatch(seen -> seen.sign() == sign)) {
            signs.add(new Willingness(sign, what, seq));
        }
    }
}
