package io.attune.dialog.yaml;

import static io.attune.dialog.yaml.SchemaParts.object;
import static io.attune.dialog.yaml.SchemaParts.part;
import static io.attune.dialog.yaml.SchemaParts.ref;

import java.util.List;
import java.util.Map;

/** What {@link TextReader} reads, as a schema: nested keys, and at their end the languages. */
final class TextsSchema {
    private TextsSchema() {}

    static Map<String, Object> properties() {
        return part(
                "triggers", about("Phrases that mean this dialog."),
                "intro", about("How it begins."),
                "title", about("What it is called."),
                "causes", about("causes.NAME.likely is said when that cause is likely."),
                "facts", about("facts.NAME.ask is the question, facts.NAME.VALUE.title its button."),
                "remedies", about("remedies.NAME.title and .do, perhaps .words and .promise."),
                "steps", about("steps.NAME.say is said there, steps.NAME.ANSWER.title is a button."),
                "common", about("Texts that several dialogs use, in a file that belongs to all."));
    }

    private static Map<String, Object> about(String description) {
        return part("description", description, "allOf", List.of(ref("node")));
    }

    static Map<String, Object> definitions() {
        return part(
                "node",
                part(
                        "type",
                        "object",
                        "if",
                        hasLanguage(),
                        "then",
                        ref("leaf"),
                        "else",
                        part(
                                "properties",
                                part(
                                        "title", limited("A button's label, or a name.", "title"),
                                        "short", limited("A label where space is short.", "short")),
                                "additionalProperties",
                                ref("node"))),
                "leaf",
                leaf(2000),
                "title",
                leaf(TextReader.TITLE),
                "short",
                leaf(TextReader.SHORT));
    }

    private static Map<String, Object> hasLanguage() {
        return part(
                "anyOf",
                TextReader.LANGUAGES.stream()
                        .map(language -> part("required", List.of(language)))
                        .toList());
    }

    /** A fact or an answer may bear the same name: then it holds texts and is none. */
    private static Map<String, Object> limited(String description, String leaf) {
        return part("description", description, "if", hasLanguage(), "then", ref(leaf), "else", ref("node"));
    }

    private static Map<String, Object> leaf(int longest) {
        Map<String, Object> text =
                part("type", List.of("string", "number", "boolean"), "pattern", "\\S", "maxLength", longest);
        Map<String, Object> alternatives = part(
                "anyOf",
                List.of(
                        text,
                        part(
                                "description",
                                "The same in other words; the bot never says the same twice in a row.",
                                "type",
                                "array",
                                "items",
                                text)));
        var pitches = part();
        TextReader.PITCHES.forEach(pitch -> pitches.put(pitch, alternatives));
        Map<String, Object> wording = part(
                "anyOf",
                List.of(
                        text,
                        part("type", "array", "items", text),
                        object("Wordings for what is known of the customer.", List.of("standard"), pitches)));
        var languages = part();
        TextReader.LANGUAGES.forEach(language -> languages.put(language, wording));
        return object("A text, the languages side by side.", List.of("en", "es"), languages);
    }
}
