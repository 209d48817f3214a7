package io.attune.dialog.yaml;

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

/** What {@link StoryReader} reads, as a schema. */
final class StorySchema {
    private static final Map<String, Object> READINGS = named("Readings of the line tests.", word("What it reads."));
    private static final Map<String, Object> TIME = part(
            "description",
            "A number with s, m, h or d, such as 26h.",
            "type",
            "string",
            "pattern",
            "^" + TurnReader.TIME.pattern() + "$");

    private StorySchema() {}

    static Map<String, Object> story() {
        return object(
                "A conversation test.",
                List.of("story", "turns"),
                part(
                        "story", word("What it tests, in a sentence."),
                        "for",
                                list(
                                        "The kinds of customer it is told for, once each; in place of 'aptitude'.",
                                        oneOf("Who gets these wordings.", TextReader.PITCHES)),
                        "in",
                                list(
                                        "The languages it is told in, once each; in place of 'language'.",
                                        oneOf("A language.", TextReader.LANGUAGES)),
                        "given", given(),
                        "turns", list("What happens, in order.", turn())));
    }

    private static Map<String, Object> given() {
        return object(
                "What is so before it begins.",
                List.of(),
                part(
                        "language", oneOf("The customer's.", TextReader.LANGUAGES),
                        "line", line(),
                        "profile", named("Fields of the profile; other names are circumstances.", word("The value.")),
                        "aptitude", oneOf("How technical the customer is.", List.of("low", "mid", "high", "unknown")),
                        "enthusiasm", number("How willing to help themselves.", 0, 1),
                        "queue",
                                object(
                                        "The queue for agents.",
                                        List.of(),
                                        part("agents", number("Agents online.", 0, 10_000), "wait", TIME)),
                        "history", list("Earlier contacts.", past()),
                        "calls", calls()));
    }

    private static Map<String, Object> line() {
        return part("anyOf", List.of(oneOf("The line tests tell nothing.", TurnReader.LOST), READINGS));
    }

    private static Map<String, Object> past() {
        return object(
                "An earlier query, or a remedy that was tried.",
                List.of(),
                part(
                        "days ago", number("Before the story begins.", 0, 3650),
                        "intent", word("What it was about."),
                        "remedy", word("DIALOG/REMEDY, where it is one."),
                        "outcome", oneOf("How the remedy went.", StoryCheck.OUTCOMES),
                        "diagnosis", word("A fingerprint of the diagnosis then.")));
    }

    private static Map<String, Object> calls() {
        Map<String, Object> called = named("An outcome and the values that come with it.", word("A value."));
        called.put("required", List.of("outcome"));
        return named(
                "What the provider's systems answer, by the name of the call.",
                part("anyOf", List.of(word("The outcome."), called)));
    }

    private static Map<String, Object> turn() {
        Map<String, Object> happens = object(
                "One of greet, customer, pick, wait, line and calls.",
                List.of(),
                part(
                        "greet", part("description", "The bot greets."),
                        "customer", spoken("What the customer writes."),
                        "intent", word("What it means; without it the trained models read the text."),
                        "mood", oneOf("How the customer seems to feel, where 'intent' is given.", TextReader.FEELINGS),
                        "pick", word("A choice, by its title or by its name in the dialog."),
                        "times",
                                number(
                                        "The customer sends it so often before the bot answers.",
                                        1,
                                        TurnReader.MOST_TIMES),
                        "wait", TIME,
                        "line", line(),
                        "calls", calls(),
                        "expect", expect()));
        happens.put(
                "anyOf",
                List.of("greet", "customer", "pick", "wait", "line", "calls").stream()
                        .map(kind -> part("required", List.of(kind)))
                        .toList());
        return part("anyOf", List.of(part("enum", List.of("greet", "again")), happens));
    }

    /** The same for every language that the story is told in, or for each. */
    private static Map<String, Object> spoken(String description) {
        var languages = part();
        TextReader.LANGUAGES.forEach(language -> languages.put(language, words(description)));
        Map<String, Object> each = object("In each language of the story.", List.of(), languages);
        each.put("minProperties", 1);
        return part("description", description, "anyOf", List.of(words(description), each));
    }

    private static Map<String, Object> expect() {
        var properties = part();
        TurnReader.EXPECTED.forEach(name -> properties.put(name, word("The " + name + " of the answer.")));
        properties.put("facts", named("What is known then, by fact.", word("The value.")));
        properties.put("says", spoken("Each must stand in the answer."));
        properties.put("does not say", spoken("None may stand in the answer."));
        properties.put("texts", words("Keys of texts that must be said, as they are worded for this customer."));
        properties.put("choices", words("Titles or names that must be on offer."));
        return object("What must come.", List.of(), properties);
    }
}
