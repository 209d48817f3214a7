package io.attune.decision;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A thumb for an answer: messages of signs alone that everybody reads alike. */
final class Signs {
    private static final Map<String, String> MEANT = Map.of(
            "\uD83D\uDC4D", "affirm",
            "\u2705", "affirm",
            "\uD83D\uDC4C", "affirm",
            "\uD83D\uDC4E", "deny",
            "\u274C", "deny",
            "\uD83D\uDE4F", "thanks",
            "\u2764", "thanks");

    private Signs() {}

    /** What a message without any letter or figure says; empty where its signs say nothing, or several things. */
    static Optional<Act> read(Heard heard) {
        if (heard.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        var meant = heard.text()
                .codePoints()
                .mapToObj(Character::toString)
                .filter(MEANT::containsKey)
                .map(MEANT::get)
                .collect(Collectors.toSet());
        return meant.size() == 1 ? Optional.of(new Act.Says(meant.iterator().next())) : Optional.empty();
    }
}
