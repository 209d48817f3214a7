package io.attune.understanding;

import java.util.List;

/**
 * How a message is said. Every figure runs from 0 (none) to 1.
 *
 * @param cues the words that speak for it
 */
public record Mood(
        double frustration, double politeness, double urgency, double thanks, double distress, List<Cue> cues) {
    public static final Mood NEUTRAL = new Mood(0, 0, 0, 0, 0, List.of());

    public Mood {
        cues = List.copyOf(cues);
    }

    public boolean has(String kind) {
        return cues.stream().anyMatch(cue -> cue.kind().equals(kind));
    }

    /**
     * @param kind the kind of cue, as in {@code models/lexicon/cues-*.tsv}: frustration, human, distress, legal, unwilling, …
     * @param words the words of the message
     */
    public record Cue(String kind, String words) {}
}
