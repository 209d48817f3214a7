package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.attune.cli.SchemaCommand;
import io.attune.cli.story.Names;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.DialogSchema;
import io.attune.dialog.yaml.StoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** The schema for editors and the readers say the same. */
class DialogSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHIPPED = Path.of("dialogs");
    /** A key that resembles no other, so that the reader's fault names all that it knows. */
    private static final String STRANGE = "qqqqqqqqqqqqqqqqqqqqqqqq";

    private static final Map<DialogSchema, JsonSchema> SCHEMAS = schemas();

    @TempDir
    Path folder;

    private static Map<DialogSchema, JsonSchema> schemas() {
        var schemas = new EnumMap<DialogSchema, JsonSchema>(DialogSchema.class);
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
        for (DialogSchema schema : DialogSchema.values()) {
            schemas.put(schema, factory.getSchema(JSON.<JsonNode>valueToTree(schema.schema())));
        }
        return schemas;
    }

    private static DialogSchema kind(Path file) {
        String name = file.toString();
        if (name.endsWith(".md") || file.equals(SHIPPED.resolve("data.yaml"))) {
            return name.endsWith(".md") ? DialogSchema.ARTICLE : DialogSchema.DATA;
        }
        return name.endsWith(".texts.yaml")
                ? DialogSchema.TEXTS
                : name.endsWith(".story.yaml") ? DialogSchema.STORY : DialogSchema.DIALOG;
    }

    private static List<String> faults(DialogSchema kind, String yaml) {
        Object document = new Yaml().load(yaml);
        return SCHEMAS.get(kind).validate(JSON.valueToTree(plain(document))).stream()
                .map(String::valueOf)
                .toList();
    }

    /** As an editor sees it: keys are words, and times and dates too. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            var words = new LinkedHashMap<String, Object>();
            map.forEach((key, one) -> words.put(String.valueOf(key), plain(one)));
            return words;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(DialogSchemaTest::plain).toList();
        }
        return value instanceof java.util.Date ? value.toString() : value;
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_shipped_file_is_valid() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : shipped()) {
            String text = Files.readString(file);
            String yaml = kind(file) == DialogSchema.ARTICLE ? text.split("(?m)^---$", 3)[1] : text;
            faults(kind(file), yaml).forEach(fault -> found.add(file + ": " + fault));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DialogSchema.class)
    void the_file_for_editors_is_the_schema_of_the_readers(DialogSchema schema) throws IOException {
        assertThat(Files.readString(SHIPPED.resolve(schema.file())))
                .as("write it anew: ./attune schema --write dialogs")
                .isEqualTo(SchemaCommand.text(schema) + "\n");
    }

    private static final String TROUBLESHOOT = """
            dialog: tv
            kind: troubleshoot
            for: [tv_buffering]
            @file
            causes:
              a:
                odds: 10
                @cause
              b: 5
            facts:
              f:
                values: [x, y]
                @fact
                history:
                  queries: {below 1: x, from 1: y}
                  @history
                ask:
                  minutes: 1
                  @ask
                seen:
                  others: [50, 50]
            remedies:
              r:
                cures: {a: 80}
                @remedy
            """;
    private static final String FLOW = """
            dialog: visit
            kind: flow
            for: [technician]
            @file
            steps:
              one:
                ask: {"yes": two}
                @askstep
              two:
                fill: date
                go: three
                @fill
              three:
                call: book
                go: {other: end}
                @call
            """;
    private static final String STORY = """
            - story: One
              @story
              given:
                aptitude: low
                @given
                queue:
                  agents: 1
                  @queue
                history:
                  - intent: tv
                    @past
              turns:
                - customer: hello
                  @turn
                  expect:
                    kind: ask
                    @expect
            """;

    /** With the key at one of the places and nothing at the others. */
    private static String with(String document, String place, String line) {
        return document.replaceAll("@" + place + "\\n", line + "\n").replaceAll("(?m)^ *@\\w+\\n", "");
    }

    private List<String> read(String file, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(file), text);
        List<Fault> faults = file.endsWith(".story.yaml")
                ? StoryReader.read(folder, Names.of(DialogBook.EMPTY, Path.of("models")))
                        .faults()
                : BookReader.read(folder).faults();
        Files.delete(path);
        return faults.stream().map(Fault::message).toList();
    }

    /** Of the object that holds the place, as the schema has it: what stands in its {@code properties}. */
    private static TreeSet<String> properties(DialogSchema schema, String pointer) {
        JsonNode object = JSON.<JsonNode>valueToTree(schema.schema()).at("/definitions" + pointer + "/properties");
        assertThat(object.isObject()).as(pointer).isTrue();
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "troubleshoot, file, /troubleshoot",
        "troubleshoot, cause, /troubleshoot/properties/causes/additionalProperties/anyOf/1",
        "troubleshoot, fact, /troubleshoot/properties/facts/additionalProperties",
        "troubleshoot, history, /troubleshoot/properties/facts/additionalProperties/properties/history",
        "troubleshoot, ask, /troubleshoot/properties/facts/additionalProperties/properties/ask",
        "troubleshoot, remedy, /troubleshoot/properties/remedies/additionalProperties",
        "flow, file, /flow",
        "flow, askstep, /flow/properties/steps/additionalProperties/oneOf/0",
        "flow, fill, /flow/properties/steps/additionalProperties/oneOf/1",
        "flow, call, /flow/properties/steps/additionalProperties/oneOf/2",
        "story, story, /story",
        "story, given, /story/properties/given",
        "story, queue, /story/properties/given/properties/queue",
        "story, past, /story/properties/given/properties/history/items",
        "story, turn, /story/properties/turns/items/anyOf/1",
        "story, expect, /story/properties/turns/items/anyOf/1/properties/expect",
    })
    void a_key_that_nobody_reads_is_refused_by_both_and_both_know_the_same_keys(
            String document, String place, String pointer) throws IOException {
        String text = Map.of("troubleshoot", TROUBLESHOOT, "flow", FLOW, "story", STORY)
                .get(document);
        DialogSchema schema = document.equals("story") ? DialogSchema.STORY : DialogSchema.DIALOG;
        assertThat(faults(schema, with(text, "nothing", ""))).isEmpty();
        String strange = with(text, place, STRANGE + ": 1");
        assertThat(faults(schema, strange)).isNotEmpty();

        List<String> messages = read(schema == DialogSchema.STORY ? "x.story.yaml" : "x.yaml", strange);
        Matcher known = Pattern.compile("'" + STRANGE + "' is not known; known: ([^\\[]+)")
                .matcher(String.join(
                        "\n",
                        messages.stream().filter(line -> line.contains(STRANGE)).toList()));
        assertThat(known.find()).as(messages.toString()).isTrue();
        var keys = new TreeSet<>(List.of(known.group(1).strip().split(", ")));
        TreeSet<String> properties = properties(schema, pointer);
        // The reader looks for what makes a step of another kind too; the schema offers what goes with this one.
        if (place.equals("askstep") || place.equals("fill") || place.equals("call")) {
            assertThat(keys).containsAll(properties);
        } else if (place.equals("turn")) {
            // And here the reader stops looking once it knows the kind.
            assertThat(properties).containsAll(keys);
        } else {
            assertThat(properties).isEqualTo(keys);
        }
    }

    @Test
    void the_file_of_data_knows_the_same_purposes_in_both() throws IOException {
        String text = "line tests: [wifi.signal]\nservice: [bill.amount]\n";
        assertThat(faults(DialogSchema.DATA, text)).isEmpty();
        assertThat(read("data.yaml", text)).isEmpty();
        assertThat(faults(DialogSchema.DATA, text + STRANGE + ": [name]\n")).isNotEmpty();
        Matcher known = Pattern.compile("known: (.+)")
                .matcher(read("data.yaml", text + STRANGE + ": [name]\n").getFirst());
        assertThat(known.find()).isTrue();
        var properties = new TreeSet<String>();
        JSON.<JsonNode>valueToTree(DialogSchema.DATA.schema())
                .at("/properties")
                .fieldNames()
                .forEachRemaining(properties::add);
        assertThat(new TreeSet<>(List.of(known.group(1).split(", ")))).isEqualTo(properties);
    }

    @Test
    void the_head_of_an_article_has_the_same_keys_in_both() throws IOException {
        String head =
                "for: [coverage_check]\ntitle: {en: Coverage, es: Cobertura}\ntriggers: {en: [is there 5g], es: [hay 5g]}\n";
        String strange = head + STRANGE + ": 1\n";
        assertThat(faults(DialogSchema.ARTICLE, head)).isEmpty();
        assertThat(faults(DialogSchema.ARTICLE, strange)).isNotEmpty();
        assertThat(faults(DialogSchema.ARTICLE, head.replace("title", "tilte"))).isNotEmpty();
        assertThat(faults(DialogSchema.ARTICLE, head.replace(", es: Cobertura", "")))
                .isNotEmpty();

        Files.createDirectories(folder.resolve("knowledge"));
        assertThat(read("knowledge/x.md", "---\n" + strange + "---\n# en\nYes.\n# es\nSí.\n"))
                .anySatisfy(fault ->
                        assertThat(fault).contains("'" + STRANGE + "' is not known; known: for, title, triggers"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIALOG|dialog: Tv|dialog: tv|a name",
                "DIALOG|kind: flaw|kind: troubleshoot|a kind",
                "DIALOG|odds: 0|odds: 10|odds",
                "DIALOG|values: [x]|values: [x, y]|one value",
                "DIALOG|difficulty: heavy|difficulty: hard|a difficulty",
                "DIALOG|cures: {a: 120}|cures: {a: 80}|a chance",
                "DIALOG|minutes: soon|minutes: 1|no number",
                "STORY|aptitude: some|aptitude: low|an aptitude",
                "STORY|wait: soon|wait: 26h|a time",
                "STORY|in: [xx]|in: [en, es]|a language of a story",
                "STORY|for: [beginner]|for: [novice, expert]|a kind of customer",
                "STORY|customer: {xx: hi}|customer: hello|a language of what is said",
                "TEXTS|title: {en: A}|title: {en: A, es: B}|a language that is missing",
                "TEXTS|title: {en: A, es: B, xx: C}|title: {en: A, es: B}|a language",
                "TEXTS|say: {en: {novice: A}, es: B}|say: {en: {standard: A}, es: B}|no standard wording",
                "TEXTS|say: A|say: {en: A, es: B}|no language",
                "TEXTS|short: {en: abcdefghijklmnopqrstu, es: B}|short: {en: A, es: B}|a label that is too long",
            })
    void a_wrong_value_is_shown_in_the_editor(DialogSchema schema, String wrong, String right, String what) {
        String document = switch (schema) {
            case DIALOG -> with(TROUBLESHOOT, "remedy", "difficulty: hard");
            case DATA, ARTICLE -> throw new IllegalArgumentException();
            case STORY -> with(STORY, "story", "in: [en, es]\n  for: [novice, expert]") + "    - {wait: 26h}\n";
            case TEXTS -> "steps:\n  one:\n    " + right + "\n";
        };
        assertThat(document).contains(right);
        assertThat(faults(schema, document)).as(what).isEmpty();
        assertThat(faults(schema, document.replace(right, wrong))).as(what).isNotEmpty();
    }
}
