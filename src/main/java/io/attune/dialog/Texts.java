package io.attune.dialog;

import java.util.Map;
import java.util.Optional;

/** The texts of one dialog, or those that all dialogs share, by key such as {@code facts.where.ask}. */
public record Texts(Map<String, Wording> byKey) {
    public static final Texts NONE = new Texts(Map.of());

    public Texts {
        byKey = Map.copyOf(byKey);
    }

    public Optional<Wording> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }
}
