package io.attune.understanding.opennlp;

/**
 * One labelled utterance.
 *
 * @param source where it stands, {@code file:line}
 */
public record Row(String label, String text, String source) {}
