package io.attune.dialog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a customer seems to feel, where a text may be put otherwise for it. Independent of the {@link Pitch}. */
public enum Feeling {
    UPSET,
    GRATEFUL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
