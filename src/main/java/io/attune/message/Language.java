package io.attune.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A language that Attune speaks. Written as its two-letter ISO 639-1 code, {@code en}. */
public enum Language {
    EN,
    ES,
    FR,
    DE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a BCP 47 tag by its primary subtag: {@code de-AT} is German. Empty for a language that is not spoken here. */
    public static Optional<Language> ofTag(String tag) {
        String primary = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        for (Language language : values()) {
            if (language.code().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Language read(String code) {
        return ofTag(code).orElseThrow(() -> new IllegalArgumentException("not a language spoken here: " + code));
    }
}
