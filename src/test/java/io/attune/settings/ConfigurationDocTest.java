package io.attune.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/configuration.md} to the settings as they are. With {@code -Dattune.test.write-docs=true} it writes the
 * table instead.
 */
class ConfigurationDocTest {
    private static final Path DOC = Path.of("docs/configuration.md");
    private static final String BEGIN = "<!-- table: written by ConfigurationDocTest -->\n";
    private static final String END = "<!-- end of table -->";

    @Test
    void the_table_is_that_of_the_code() throws IOException {
        String doc = Files.readString(DOC);
        String table = table();
        if (Boolean.getBoolean("attune.test.write-docs")) {
            doc = doc.substring(0, doc.indexOf(BEGIN) + BEGIN.length()) + table + doc.substring(doc.indexOf(END));
            Files.writeString(DOC, doc);
        }
        assertThat(doc.substring(doc.indexOf(BEGIN) + BEGIN.length(), doc.indexOf(END)))
                .isEqualTo(table);
    }

    private static String table() throws IOException {
        var rows = new TreeMap<String, String>();
        for (Class<?> mapping : mappings()) {
            for (var setting : ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(mapping))
                    .entrySet()) {
                String key = setting.getKey().replace("[*]", "");
                rows.put(key, row(key, mapping, setting.getValue()));
            }
        }
        return "| setting | environment variable | default | what it does |\n|---|---|---|---|\n"
                + String.join("", rows.values());
    }

    private static List<Class<?>> mappings() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.attune").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .<Class<?>>map(type -> type.reflect())
                        .sorted(Comparator.comparing(Class::getName))
                        .toList();
    }

    private static String row(String key, Class<?> mapping, Property property) throws IOException {
        String javadoc = javadoc(mapping, property.getMemberName());
        assertThat(javadoc).as("Javadoc of " + key).isNotBlank();
        String standard = property.hasDefaultValue() ? "`" + property.getDefaultValue() + "`" : "";
        String variable =
                key.toUpperCase(Locale.ROOT).replaceAll("\\*", "<NAME>").replaceAll("[^A-Z0-9<>]", "_");
        return "| `" + key + "` | `" + variable + "` | " + standard + " | " + javadoc + " |\n";
    }

    /** The comment above the member, in the source of the interface that declares it. */
    private static String javadoc(Class<?> mapping, String member) throws IOException {
        String source =
                Files.readString(Path.of("src/main/java", mapping.getName().replace('.', '/') + ".java"));
        var found = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^;{]*?\\s)?[\\w<>., ]+\\s" + member + "\\(\\);",
                        Pattern.DOTALL)
                .matcher(source);
        return found.find()
                ? found.group(1)
                        .replaceAll("\\n\\s*\\*", " ")
                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                        .replaceAll("\\s+", " ")
                        .strip()
                : "";
    }
}
