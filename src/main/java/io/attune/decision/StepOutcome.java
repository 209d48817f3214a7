package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the step that somebody else's bot gave ended. */
public enum StepOutcome {
    OK,
    FAIL,
    REFUSE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static StepOutcome read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
