package io.attune.aptitude;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How technical a customer is taken to be. {@code UNKNOWN} follows the default path, like {@code MID}. */
public enum Band {
    LOW,
    MID,
    HIGH,
    UNKNOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
