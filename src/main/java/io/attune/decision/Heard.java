package io.attune.decision;

import io.attune.understanding.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message that is to be answered.
 *
 * @param text what they wrote, or the title of what they picked
 * @param choiceId what they picked; null for written text
 */
public record Heard(long seq, String text, @Nullable String choiceId, Understanding understanding) {}
