package io.attune.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A reply written beforehand.
 *
 * @param shortcut what an agent types after {@code /}
 * @param text with variables such as {@code {{customer.name}}}
 * @param team whose it is; everybody's without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Canned(
        String id,
        String language,
        String shortcut,
        String title,
        String text,
        @Nullable String team) {}
