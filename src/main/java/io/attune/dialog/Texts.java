package io.attune.dialog;

import io.attune.message.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of one dialog, or those that all dialogs share, by key such as {@code facts.where.ask}.
 *
 * @param phrases the texts that are compared with what customers write, as plain words, by key
 */
public record Texts(Map<String, Wording> byKey, Map<String, Map<Language, List<List<String>>>> phrases) {
    public static final Texts NONE = new Texts(Map.of());

    public Texts {
        byKey = Map.copyOf(byKey);
        phrases = Map.copyOf(phrases);
    }

    public Texts(Map<String, Wording> byKey) {
        this(byKey, split(byKey));
    }

    public Optional<Wording> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** The phrases under a key, each as its plain words; none where there is no such key. */
    public List<List<String>> phrases(String key, Language language) {
        return phrases.getOrDefault(key, Map.of()).getOrDefault(language, List.of());
    }

    private static Map<String, Map<Language, List<List<String>>>> split(Map<String, Wording> texts) {
        var split = new HashMap<String, Map<Language, List<List<String>>>>();
        texts.forEach((key, wording) -> {
            if (key.equals("triggers") || key.endsWith(".words") || key.startsWith("words.")) {
                var phrases = new EnumMap<Language, List<List<String>>>(Language.class);
                for (Language language : Language.values()) {
                    phrases.put(
                            language,
                            wording.in(language, Pitch.STANDARD).stream()
                                    .map(PlainWords::of)
                                    .toList());
                }
                split.put(key, phrases);
            }
        });
        return split;
    }
}
