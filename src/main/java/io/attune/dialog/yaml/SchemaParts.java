package io.attune.dialog.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON Schema (draft 7), as maps that can be written as they are. */
final class SchemaParts {
    private SchemaParts() {}

    /** A mapping with these keys and no other. */
    static Map<String, Object> object(String description, List<String> required, Map<String, Object> properties) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", description);
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** A mapping of the writer's own names, all of the same kind. */
    static Map<String, Object> named(String description, Object value) {
        return part("description", description, "type", "object", "additionalProperties", value);
    }

    static Map<String, Object> list(String description, Object item) {
        return part("description", description, "type", "array", "items", item);
    }

    /** What a YAML file can have where the reader takes one word: {@code yes} and {@code 5} are no strings there. */
    static Map<String, Object> word(String description) {
        return part("description", description, "type", List.of("string", "number", "boolean"));
    }

    static Map<String, Object> oneOf(String description, Collection<String> words) {
        return part("description", description, "enum", List.copyOf(words));
    }

    /** One word, or a list of them. */
    static Map<String, Object> words(String description) {
        return part(
                "description",
                description,
                "anyOf",
                List.of(word(description), part("type", "array", "items", word(description))));
    }

    static Map<String, Object> number(String description) {
        return part("description", description, "type", "number");
    }

    static Map<String, Object> number(String description, double least, double most) {
        return part("description", description, "type", "number", "minimum", least, "maximum", most);
    }

    static Map<String, Object> above(String description, double bound) {
        return part("description", description, "type", "number", "exclusiveMinimum", bound);
    }

    static Map<String, Object> ref(String definition) {
        return part("$ref", "#/definitions/" + definition);
    }

    /** Keys and values in turn, in this order. */
    static Map<String, Object> part(Object... pairs) {
        var part = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            part.put((String) pairs[i], pairs[i + 1]);
        }
        return part;
    }
}
