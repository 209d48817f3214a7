package io.attune.assess;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who said something in a transcript. */
public enum Speaker {
    BOT,
    CUSTOMER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Speaker read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
