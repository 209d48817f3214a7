package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.attune.cli.SchemaCommand;
import io.attune.dialog.yaml.DialogSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_shipped_file_is_valid() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : shipped()) {
            faults(kind(file), Files.readString(file)).forEach(fault -> found.add(file + ": " + fault));
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
}
