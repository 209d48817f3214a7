package io.attune.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers that a message offers.
 *
 * @param id what comes back when it is picked, at most 200 characters
 * @param title the label, at most 80 characters
 * @param shortTitle the label where space is short, at most 20 characters
 * @param desc a second line, at most 72 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Choice(
        String id,
        String title,
        @JsonProperty("short") @Nullable String shortTitle,
        @Nullable String desc) {

    public static Choice of(String id, String title) {
        return new Choice(id, title, null, null);
    }
}
