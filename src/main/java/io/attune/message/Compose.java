package io.attune.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a message was written: totals only, no draft text and no key timings. Every part may be missing, and missing
 * does not mean slow.
 *
 * @param activeMs time spent writing, ms
 * @param idleMs pauses while writing, ms
 * @param firstKeyMs from the prompt becoming visible to the first input, ms
 * @param keys keys pressed
 * @param deletes keys that deleted
 * @param bursts runs of keys without a pause
 * @param pasted whether text was pasted
 * @param abandoned drafts thrown away before this one
 * @param input keyboard, touch, voice, choice or unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Compose(
        @Nullable Long activeMs,
        @Nullable Long idleMs,
        @Nullable Long firstKeyMs,
        @Nullable Integer keys,
        @Nullable Integer deletes,
        @Nullable Integer bursts,
        @Nullable Boolean pasted,
        @Nullable Integer abandoned,
        @Nullable String input) {}
