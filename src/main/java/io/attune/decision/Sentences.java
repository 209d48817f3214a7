package io.attune.decision;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text down where it would be a repetition. */
final class Sentences {
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}¿¡«„“])");

    private Sentences() {}

    /** The text; its last sentence alone, which asks, where all of it stands in one of the messages said. */
    static String onceSaid(String text, List<String> said) {
        if (said.stream().noneMatch(message -> message.contains(text))) {
            return text;
        }
        String[] sentences = BETWEEN.split(text);
        return sentences[sentences.length - 1];
    }
}
