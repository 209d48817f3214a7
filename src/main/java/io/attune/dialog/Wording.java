package io.attune.dialog;

import io.attune.message.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text in every language it is written in. For each pitch there may be several alternatives that say the same in
 * other words.
 *
 * @param feelings the same for customers who seem to feel so, where it is put otherwise for them
 */
public record Wording(
        Map<Language, Map<Pitch, List<String>>> texts, Map<Language, Map<Feeling, Map<Pitch, List<String>>>> feelings) {
    public Wording {
        texts = Map.copyOf(texts);
        feelings = Map.copyOf(feelings);
    }

    public Wording(Map<Language, Map<Pitch, List<String>>> texts) {
        this(texts, Map.of());
    }

    /** The alternatives for this language and pitch; the standard ones where the pitch has none; English as a last resort. */
    public List<String> in(Language language, Pitch pitch) {
        return of(texts.getOrDefault(language, texts.getOrDefault(Language.EN, Map.of())), pitch);
    }

    /** The same for whoever seems to feel so; as for everyone where nothing is put otherwise for them. */
    public List<String> in(Language language, Pitch pitch, @Nullable Feeling feeling) {
        List<String> felt = feeling == null
                ? List.of()
                : of(feelings.getOrDefault(language, Map.of()).getOrDefault(feeling, Map.of()), pitch);
        return felt.isEmpty() ? in(language, pitch) : felt;
    }

    private static List<String> of(Map<Pitch, List<String>> pitches, Pitch pitch) {
        return pitches.getOrDefault(pitch, pitches.getOrDefault(Pitch.STANDARD, List.of()));
    }

    /** Whether it is put otherwise for whoever seems to feel so. */
    public boolean minds(Language language, Feeling feeling) {
        return feelings.getOrDefault(language, Map.of()).containsKey(feeling);
    }

    public boolean speaks(Language language) {
        return texts.containsKey(language);
    }
}
