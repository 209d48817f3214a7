package io.attune.decision.memory;

/**
 * Something that the customer wrote, kept for what it tells of questions that are yet to come.
 *
 * @param seq the message
 */
public record OwnWords(long seq, String text) {}
