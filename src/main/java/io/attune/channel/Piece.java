package io.attune.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message as a channel shows it. Everything in it fits. */
public sealed interface Piece {
    String text();

    /** Words, perhaps with numbered answers among them. */
    record Plain(String text) implements Piece {}

    /** Words with a button for each answer. */
    record Buttons(String text, List<Label> answers) implements Piece {
        public Buttons {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Words with a list of answers.
     *
     * @param open the label of what opens the list
     */
    record Listed(String text, String open, List<Label> answers) implements Piece {
        public Listed {
            answers = List.copyOf(answers);
        }
    }

    /** @param id what comes back when it is picked */
    record Label(String id, String title, @Nullable String desc) {}
}
