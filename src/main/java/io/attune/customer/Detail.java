package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a customer wants things put. Wins over every estimate. */
public enum Detail {
    SIMPLE,
    STANDARD,
    EXPERT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Detail read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
