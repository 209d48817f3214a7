package io.attune.dialog.yaml;

import io.attune.dialog.DialogBook;
import java.util.Set;

/**
 * What a story may name. An empty set of names leaves them unchecked.
 *
 * @param book the dialogs that the stories are about
 * @param intents what a message can mean
 * @param kinds of a decision, such as {@code remedy}
 * @param handoffs reason codes, and {@code none}
 * @param rules for handing over, and {@code none}
 */
public record StoryNames(
        DialogBook book, Set<String> intents, Set<String> kinds, Set<String> handoffs, Set<String> rules) {
    public StoryNames {
        intents = Set.copyOf(intents);
        kinds = Set.copyOf(kinds);
        handoffs = Set.copyOf(handoffs);
        rules = Set.copyOf(rules);
    }
}
