package io.attune.dialog.yaml;

import static io.attune.dialog.yaml.SchemaParts.list;
import static io.attune.dialog.yaml.SchemaParts.named;
import static io.attune.dialog.yaml.SchemaParts.object;
import static io.attune.dialog.yaml.SchemaParts.oneOf;
import static io.attune.dialog.yaml.SchemaParts.part;
import static io.attune.dialog.yaml.SchemaParts.word;
import static io.attune.dialog.yaml.SchemaParts.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@link FlowReader} reads, as a schema. */
final class FlowSchema {
    private static final Map<String, Object> TARGET = word("A step, or end or person.");

    private FlowSchema() {}

    /** @param head the keys that every dialog has */
    static Map<String, Object> of(Map<String, Object> head) {
        var properties = part();
        properties.putAll(head);
        properties.put("start", word("The step that it begins with; the first unless said."));
        properties.put(
                "steps", named("The steps by name. What they say stands in the texts, under steps.NAME.say.", step()));
        return object("A script with branches.", List.of("dialog", "kind", "for", "steps"), properties);
    }

    /** The keys that each kind of step may have, by the key that makes it one. */
    private static Map<String, Object> step() {
        Map<String, Object> as = word("The name that the value is kept under, as {form.NAME}.");
        Map<String, Object> go = part("description", "Where to go on.", "type", List.of("string", "number", "boolean"));
        Map<String, Object> keys = part(
                "ask",
                part(
                        "description",
                        "Says its text and waits for an answer: each with the step that it leads to.",
                        "type",
                        "object",
                        "maxProperties",
                        10,
                        "additionalProperties",
                        TARGET),
                "fill",
                oneOf(
                        "Waits for a value of this form.",
                        FlowReader.FORMS.stream().sorted().toList()),
                "call",
                word("An errand for the provider's systems."),
                "choose",
                list("The first line that fits is taken; the last has 'go' alone.", way()),
                FlowReader.END,
                oneOf("Says its text and ends.", List.of("resolved", "open", FlowReader.PERSON)),
                "as",
                as,
                "with",
                words("Names of values that go along with a call."),
                "go",
                part("description", "Where to go on; for a call, by its outcome.", "anyOf", List.of(go, outcomes())));
        Map<String, Object> step = object("A step.", List.of(), keys);
        step.put(
                "oneOf",
                List.of(
                        only("ask", List.of(), List.of("as")),
                        only("fill", List.of("go"), List.of("as", "go")),
                        only("call", List.of("go"), List.of("with", "go")),
                        only("choose", List.of(), List.of()),
                        only(FlowReader.END, List.of(), List.of()),
                        only("go", List.of(), List.of())));
        return step;
    }

    private static Map<String, Object> way() {
        var way = new LinkedHashMap<String, Object>(
                named("A value and when it fits, such as {bill.amount: from 10, go: high}.", word("When it fits.")));
        way.put("required", List.of("go"));
        way.put("properties", part("go", TARGET));
        way.put("maxProperties", 2);
        return way;
    }

    private static Map<String, Object> outcomes() {
        Map<String, Object> outcomes = named("The next step by outcome; other: everything else.", TARGET);
        outcomes.put("required", List.of("other"));
        return outcomes;
    }

    /** A step of one kind: its own key, what else it needs and what else it may have. */
    private static Map<String, Object> only(String kind, List<String> needs, List<String> may) {
        var keys = part();
        keys.put(kind, true);
        may.forEach(key -> keys.put(key, true));
        var required = new java.util.ArrayList<String>(List.of(kind));
        required.addAll(needs);
        return part("required", required, "properties", keys, "additionalProperties", false);
    }
}
