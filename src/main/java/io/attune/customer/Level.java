package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Low, medium or high. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Level read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
