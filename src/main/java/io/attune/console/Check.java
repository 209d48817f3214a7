package io.attune.console;

import io.attune.message.Content;
import io.attune.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a body must hold; a fault names the field. */
final class Check {
    private static final int MOST_PLACES = 200;

    private Check() {}

    static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw ProblemException.badRequest(field, "must not be empty");
        }
        if (value.length() > longest) {
            throw ProblemException.badRequest(field, "at most " + longest + " characters");
        }
        return value;
    }

    static @Nullable String optional(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : text(field, value, Content.MAX_TEXT);
    }

    static boolean isLanguage(String code) {
        return java.util.Arrays.stream(io.attune.message.Language.values())
                .anyMatch(language -> language.code().equals(code));
    }

    static void presence(Requests.SetPresence body) {
        if (body.state() == null) {
            throw ProblemException.badRequest("state", "must be one of online, busy, away, offline");
        }
        Integer capacity = body.capacity();
        if (capacity != null && (capacity < 1 || capacity > MOST_PLACES)) {
            throw ProblemException.badRequest("capacity", "must be 1 to " + MOST_PLACES);
        }
    }

    /** An agent says words; other kinds come with dialogs. */
    static Content content(@Nullable Content content) {
        if (content instanceof Content.Text text) {
            text("content.text", text.text(), Content.MAX_TEXT);
            return text;
        }
        throw ProblemException.badRequest("content", content == null ? "missing" : "kind must be text");
    }
}
