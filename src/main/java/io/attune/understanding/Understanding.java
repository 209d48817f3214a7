package io.attune.understanding;

import io.attune.message.Language;
import java.util.List;

/**
 * What a message means.
 *
 * @param language the language it is written in, or the conversation's when it says nothing of its own
 * @param ranking intents, most likely first; confidences are calibrated and add up to at most 1. Never empty: when nothing
 *     fits, {@link #OUT_OF_SCOPE} leads
 * @param entities what is named in it, in order of {@code start}
 * @param mood how it is said
 */
public record Understanding(Language language, List<RankedIntent> ranking, List<Entity> entities, Mood mood) {
    public static final String OUT_OF_SCOPE = "oos";

    public Understanding {
        ranking = List.copyOf(ranking);
        entities = List.copyOf(entities);
    }

    public String intent() {
        return ranking.getFirst().intent();
    }

    public double confidence() {
        return ranking.getFirst().confidence();
    }

    /** @param confidence 0..1 */
    public record RankedIntent(String intent, double confidence) {}

    /**
     * @param type such as {@code speed}, {@code amount}, {@code date}
     * @param value in a normal form, such as {@code 38 Mbit/s}
     * @param start first character in the text
     * @param end behind the last character in the text
     */
    public record Entity(String type, String value, int start, int end) {}
}
