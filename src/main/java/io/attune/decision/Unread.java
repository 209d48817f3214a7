package io.attune.decision;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/** Messages that nobody could have understood here: signs alone, or a script that none of the languages is written in. */
final class Unread {
    private Unread() {}

    /** The key of the text that says so; empty where there is something to read. */
    static Optional<String> why(Situation situation) {
        String all = situation.heard().stream()
                .filter(heard -> heard.choiceId() == null)
                .map(Heard::text)
                .reduce("", String::concat);
        long letters = all.codePoints().filter(Character::isLetterOrDigit).count();
        long foreign = all.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) != UnicodeScript.LATIN)
                .count();
        if (all.isBlank()) {
            return Optional.empty();
        }
        return letters == 0
                ? Optional.of("not_understood.signs")
                : 2 * foreign > letters ? Optional.of("not_understood.script") : Optional.empty();
    }
}
