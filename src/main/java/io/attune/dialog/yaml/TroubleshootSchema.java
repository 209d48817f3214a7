package io.attune.dialog.yaml;

import static io.attune.dialog.yaml.SchemaParts.above;
import static io.attune.dialog.yaml.SchemaParts.list;
import static io.attune.dialog.yaml.SchemaParts.named;
import static io.attune.dialog.yaml.SchemaParts.number;
import static io.attune.dialog.yaml.SchemaParts.object;
import static io.attune.dialog.yaml.SchemaParts.oneOf;
import static io.attune.dialog.yaml.SchemaParts.part;
import static io.attune.dialog.yaml.SchemaParts.word;
import static io.attune.dialog.yaml.SchemaParts.words;

import java.util.List;
import java.util.Map;

/** What {@link TroubleshootReader} reads, as a schema. */
final class TroubleshootSchema {
    private TroubleshootSchema() {}

    /** @param head the keys that every dialog has */
    static Map<String, Object> of(Map<String, Object> head) {
        var properties = part();
        properties.putAll(head);
        properties.put("causes", named("What can be wrong, each with how common it is, on any scale.", cause()));
        properties.put("facts", named("What tells the causes apart.", fact()));
        properties.put("remedies", named("What may help.", remedy()));
        return object(
                "What can be wrong, what tells it apart and what helps; the engine finds the order.",
                List.of("dialog", "kind", "for", "causes", "facts", "remedies"),
                properties);
    }

    private static Map<String, Object> cause() {
        Map<String, Object> odds = above("How common it is, on the scale of the dialog.", 0);
        return part(
                "anyOf",
                List.of(
                        odds,
                        object(
                                "A cause with more to say.",
                                List.of("odds"),
                                part(
                                        "odds",
                                        odds,
                                        "needs",
                                        oneOf("Only a person can deal with it.", List.of("agent"))))));
    }

    private static Map<String, Object> fact() {
        Map<String, Object> table = named(
                "Left what is read: a word, below 3, from 3, below 60% of …, other. Right a value of the fact.",
                word("A value of the fact."));
        return object(
                "Something that is known, or can be asked.",
                List.of("values", "seen"),
                part(
                        "values",
                        part(
                                "description",
                                "What it can be; at least two.",
                                "type",
                                "array",
                                "minItems",
                                2,
                                "items",
                                word("A value.")),
                        "diagnostics",
                        named("Readings of the line tests that tell it, so that it is never asked.", table),
                        "history",
                        object(
                                "What earlier contacts tell.",
                                List.of("queries"),
                                part(
                                        "days",
                                        number("How far back, in days; 14 unless said.", 1, 3650),
                                        "queries",
                                        table)),
                        "profile",
                        named("Fields or circumstances of the customer that tell it.", table),
                        "ask",
                        effort("What asking costs the customer. Without it the fact is never asked."),
                        "seen",
                        named(
                                "Of 100 customers with this cause, how many show each value. 'others' stands for the rest.",
                                list("One figure for each value; they add up to 100.", number("Per cent.", 0, 100)))));
    }

    private static Map<String, Object> effort(String description) {
        return object(description, List.of(), part("minutes", minutes(), "difficulty", difficulty()));
    }

    private static Map<String, Object> minutes() {
        return number("Of the customer's time.", 0, 1440);
    }

    private static Map<String, Object> difficulty() {
        return part(
                "description",
                "How hard it is.",
                "anyOf",
                List.of(
                        oneOf(
                                "In a word.",
                                TroubleshootReader.DIFFICULTIES.keySet().stream()
                                        .sorted()
                                        .toList()),
                        number("As a figure: the aptitude at which every second customer manages it.", -9, 9)));
    }

    private static Map<String, Object> remedy() {
        return object(
                "Something that may help.",
                List.of("cures"),
                part(
                        "cures",
                        part(
                                "description",
                                "Of 100 customers with this cause who do it, how many it helps.",
                                "type",
                                "object",
                                "minProperties",
                                1,
                                "additionalProperties",
                                part("type", "number", "exclusiveMinimum", 0, "maximum", 100)),
                        "minutes",
                        minutes(),
                        "difficulty",
                        difficulty(),
                        "changes",
                        words("Facts that it alters itself: such a change alone is no reason to offer it again."),
                        "then",
                        oneOf("It is only told, such as waiting for a repair.", List.of("settled")),
                        "verify",
                        part(
                                "description",
                                "The reading that shows that it worked, such as {wifi.signal: good}.",
                                "type",
                                "object",
                                "minProperties",
                                1,
                                "maxProperties",
                                1,
                                "additionalProperties",
                                word("What it reads when all is well."))));
    }
}
