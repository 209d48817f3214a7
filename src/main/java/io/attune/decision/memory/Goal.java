package io.attune.decision.memory;

/**
 * What the customer came for.
 *
 * @param text in their own words
 * @param seq the message it stands in
 */
public record Goal(String text, long seq, String intent) {}
