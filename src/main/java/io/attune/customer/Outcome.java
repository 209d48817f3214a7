package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a remedy ended. */
public enum Outcome {
    WORKED,
    FAILED,
    REFUSED,
    NOT_POSSIBLE,
    CAME_BACK;

    /** Whether offering the same remedy again would be wrong: it was tried and did not last. */
    public boolean isFailure() {
        return this == FAILED || this == CAME_BACK;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Outcome read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
