package io.attune.turn;

import io.attune.dialog.DialogBook;
import io.attune.dialog.Pitch;
import io.attune.dialog.yaml.BookReader;
import io.attune.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.stream.Collectors;

/** The dialogs in force. A server does not start on dialogs that have faults. */
@ApplicationScoped
public class Dialogs {
    private final DialogBook book;

    Dialogs(TurnConfig config) throws IOException {
        BookReader.Book read = BookReader.read(config.dialogs());
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException("the dialogs have faults; ./attune check lists them:\n"
                    + read.faults().stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        book = read.dialogs();
    }

    /** Whether this is the name of a dialog, or of an intent that one answers. */
    boolean isNamed(String words) {
        return book().inOrder().stream()
                .anyMatch(
                        dialog -> dialog.id().equals(words) || dialog.intents().contains(words));
    }

    public DialogBook book() {
        return book;
    }

    /** A text that all dialogs share, as it is first put. */
    String words(String key, Language language) {
        return book.talk()
                .find(key)
                .flatMap(
                        wording -> wording.in(language, Pitch.STANDARD).stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("the dialogs have no text " + key));
    }
}
