package io.attune.decision;

import io.attune.customer.Purpose;
import java.util.List;

/** How choices are named on the wire: a letter for the kind, then parts, by colons. */
final class Ids {
    static final String PERSON = "t:person";
    static final String YES = "t:yes";
    static final String NO = "t:no";
    static final String OTHER = "t:other";

    static final String CONSENT = "c:";

    /** No choice, but a file without a word: it stands where a choice would. */
    static final String FILE = "t:file";

    private Ids() {}

    static String fact(String dialog, String fact, String value) {
        return "f:" + dialog + ":" + fact + ":" + value;
    }

    static String remedy(String dialog, String remedy, String outcome) {
        return "r:" + dialog + ":" + remedy + ":" + outcome;
    }

    static String step(String dialog, String step, String answer) {
        return "s:" + dialog + ":" + step + ":" + answer;
    }

    /** @param answer {@code yes} or {@code no}: whether the data may be used */
    static String consent(Purpose purpose, String answer) {
        return CONSENT + purpose.code() + ":" + answer;
    }

    static String topic(String intent) {
        return "i:" + intent;
    }

    /** What a customer may say for a choice, as plain words. */
    static List<List<String>> phrases(String id, Situation situation) {
        String[] parts = id.split(":", 4);
        String place = switch (parts[0]) {
            case "f" -> "facts.";
            case "s" -> "steps.";
            default -> "";
        };
        if (parts.length < 4 || place.isEmpty()) {
            return List.of();
        }
        return situation
                .dialogs()
                .dialog(parts[1])
                .map(dialog -> Speech.phrases(dialog.texts(), place + parts[2] + "." + parts[3] + ".words", situation))
                .orElse(List.of());
    }
}
