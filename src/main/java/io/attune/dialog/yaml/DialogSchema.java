package io.attune.dialog.yaml;

import static io.attune.dialog.yaml.SchemaParts.object;
import static io.attune.dialog.yaml.SchemaParts.part;
import static io.attune.dialog.yaml.SchemaParts.ref;
import static io.attune.dialog.yaml.SchemaParts.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON Schema (draft 7) of the files that care designers write, for completion and checks in editors. */
public enum DialogSchema {
    /** {@code x.yaml} */
    DIALOG,
    /** {@code x.texts.yaml} */
    TEXTS,
    /** {@code x.story.yaml} */
    STORY,
    /** {@code data.yaml} */
    DATA,
    /** the head of {@code knowledge/x.md} */
    ARTICLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is kept below the folder of dialogs. */
    public String file() {
        return ".schema/" + code() + ".schema.json";
    }

    /** The schema, as maps, lists, words and figures. */
    public Map<String, Object> schema() {
        Map<String, Object> schema = part(
                "$schema", "http://json-schema.org/draft-07/schema#",
                "title", "Attune: " + code(),
                "$comment", "Written by ./attune schema; not to be edited.");
        schema.putAll(
                switch (this) {
                    case DIALOG -> dialog();
                    case TEXTS ->
                        part(
                                "type",
                                "object",
                                "properties",
                                TextsSchema.properties(),
                                "additionalProperties",
                                ref("node"),
                                "definitions",
                                TextsSchema.definitions());
                    case STORY ->
                        part("type", "array", "items", ref("story"), "definitions", part("story", StorySchema.story()));
                    case DATA -> data();
                    case ARTICLE -> article();
                });
        return schema;
    }

    private static Map<String, Object> dialog() {
        Map<String, Object> head = part(
                "dialog",
                part(
                        "description",
                        "Its name, unique: small letters, digits and hyphens.",
                        "type",
                        "string",
                        "pattern",
                        "^[a-z][a-z0-9-]*$"),
                "kind",
                SchemaParts.oneOf(
                        "troubleshoot: the engine finds the order. flow: a script.", List.of("troubleshoot", "flow")),
                "for",
                words("The intents that start it."));
        return part(
                "type",
                "object",
                "required",
                List.of("dialog", "kind", "for"),
                "if",
                part("properties", part("kind", part("const", "flow")), "required", List.of("kind")),
                "then",
                ref("flow"),
                "else",
                ref("troubleshoot"),
                "definitions",
                part("troubleshoot", TroubleshootSchema.of(head), "flow", FlowSchema.of(head)));
    }

    private static Map<String, Object> data() {
        var kinds = part();
        kinds.put(
                Data.LANGUAGES,
                part(
                        "description",
                        "Those that every text must have besides English; English and Spanish where none are named.",
                        "type",
                        "array",
                        "uniqueItems",
                        true,
                        "items",
                        part("enum", TextReader.LANGUAGES)));
        Data.KINDS.forEach(kind -> kinds.put(
                kind,
                part(
                        "description",
                        kind.equals(Data.TESTS)
                                ? "What the line tests read, such as wifi.signal."
                                : "Fields of the profile that are used for this purpose, to which the customer consents.",
                        "anyOf",
                        List.of(
                                SchemaParts.word("A name."),
                                part("type", "array", "uniqueItems", true, "items", SchemaParts.word("A name."))))));
        return object("What dialogs may know of customers and lines.", List.of(), kinds);
    }

    private static Map<String, Object> article() {
        Map<String, Object> head = object(
                "The head of an article, between two lines of ---.",
                List.of("for", "title"),
                part(
                        "for",
                        words("The intents that it answers."),
                        "title",
                        part("description", "What it is called; told as the source.", "allOf", List.of(ref("title"))),
                        "triggers",
                        part("description", "Phrases that mean this article.", "allOf", List.of(ref("leaf")))));
        head.put("definitions", TextsSchema.definitions());
        return head;
    }
}
