package io.attune.decision.memory;

/**
 * Something the bot said would be so.
 *
 * @param seq the customer's message that was answered with it
 */
public record Promise(String text, long seq) {}
