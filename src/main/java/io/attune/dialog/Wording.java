package io.attune.dialog;

import io.attune.message.Language;
import java.util.List;
import java.util.Map;

/**
 * One text in every language it is written in. For each pitch there may be several alternatives that say the same in
 * other words.
 */
public record Wording(Map<Language, Map<Pitch, List<String>>> texts) {
    public Wording {
        texts = Map.copyOf(texts);
    }

    /** The alternatives for this language and pitch; the standard ones where the pitch has none; English as a last resort. */
    public List<String> in(Language language, Pitch pitch) {
        var pitches = texts.getOrDefault(language, texts.getOrDefault(Language.EN, Map.of()));
        return pitches.getOrDefault(pitch, pitches.getOrDefault(Pitch.STANDARD, List.of()));
    }

    public boolean speaks(Language language) {
        return texts.containsKey(language);
    }
}
