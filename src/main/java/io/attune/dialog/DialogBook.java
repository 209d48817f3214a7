package io.attune.dialog;

import io.attune.message.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every dialog, with the texts that they share: talk, control, and what each intent is called.
 *
 * @param dialogs by id
 * @param talk texts such as {@code greeting} or {@code handoff.queued}; {@code intents.bill_explain} names an intent
 */
public record DialogBook(Map<String, Dialog> dialogs, Texts talk) {
    public static final DialogBook EMPTY = new DialogBook(Map.of(), Texts.NONE);
    private static final String INTENT = "intents.";

    public DialogBook {
        dialogs = Map.copyOf(dialogs);
    }

    public Optional<Dialog> dialog(String id) {
        return Optional.ofNullable(dialogs.get(id));
    }

    public Optional<Dialog> forIntent(String intent) {
        return dialogs.values().stream()
                .filter(dialog -> dialog.intents().contains(intent))
                .min(java.util.Comparator.comparing(Dialog::id));
    }

    /** Whether the intent is a care topic: one that has a name to be called by, unlike small talk and control. */
    public boolean isTopic(String intent) {
        return talk.has(INTENT + intent + ".title");
    }

    public Set<String> topics() {
        return talk.byKey().keySet().stream()
                .filter(key -> key.startsWith(INTENT) && key.endsWith(".title"))
                .map(key -> key.substring(INTENT.length(), key.length() - ".title".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a topic is called in a sentence, such as "a question about your bill". */
    public String nameOf(String intent, Language language) {
        return first(INTENT + intent + ".name", language)
                .or(() -> first(INTENT + intent + ".title", language))
                .orElse(intent);
    }

    /** What a topic is called on a button, at most 20 characters. */
    public String titleOf(String intent, Language language) {
        return first(INTENT + intent + ".title", language).orElse(intent);
    }

    private Optional<String> first(String key, Language language) {
        return talk.find(key)
                .flatMap(
                        wording -> wording.in(language, Pitch.STANDARD).stream().findFirst());
    }

    /** The dialogs by id, in order. */
    public List<Dialog> inOrder() {
        return dialogs.values().stream()
                .sorted(java.util.Comparator.comparing(Dialog::id))
                .toList();
    }
}
