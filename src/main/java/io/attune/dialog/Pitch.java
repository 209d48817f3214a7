package io.attune.dialog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** For whom a text is worded. Who is not known to be either gets {@code STANDARD}. */
public enum Pitch {
    NOVICE,
    STANDARD,
    EXPERT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
