package io.attune.decision;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text down where it would be a repetition. */
final class Sentences {
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}¿¡«„“])");

    private Sentences() {}

    /** The text; from its last question on, where there is one, or its last sentence, where all of it stands in one of the messages said. */
    static String onceSaid(String text, List<String> said) {
        if (said.stream().noneMatch(message -> message.contains(text))) {
            return text;
        }
        String[] sentences = BETWEEN.split(text);
        int from = sentences.length - 1;
        for (int i = 0; i < sentences.length; i++) {
            from = sentences[i].strip().endsWith("?") ? i : from;
        }
        return String.join(" ", List.of(sentences).subList(from, sentences.length));
    }
}
