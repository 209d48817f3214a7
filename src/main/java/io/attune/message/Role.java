package io.attune.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who speaks in a conversation. */
public enum Role {
    CUSTOMER,
    BOT,
    AGENT,
    SYSTEM;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Role read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
