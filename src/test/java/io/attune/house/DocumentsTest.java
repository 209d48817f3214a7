package io.attune.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.cli.Main;
import io.attune.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Holds what the documents say to what is there. */
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern KEY = Pattern.compile("(?<![\\w./-])attune\\.[a-z][a-z0-9.*<>-]*[a-z0-9*>]");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w$])ATTUNE_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final Pattern COMMAND = Pattern.compile("\\./attune ([a-z-]+)");
    private static final Pattern GOAL = Pattern.compile("\\./mvnw ([a-z:]+)");
    /** Of the start script and of the tests. */
    private static final Set<String> NO_SETTINGS = Set.of("ATTUNE_JAVA_OPTS");

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(200);
    }

    @Test
    void relative_links_lead_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path document : documents()) {
            found(LINK, document)
                    .map(link -> link.group(1))
                    .filter(target -> !target.contains(":"))
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> broken.add(document + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void settings_that_are_named_exist() throws IOException {
        var known = new KnownSettings(keysOfTheTable());
        var faults = new ArrayList<String>();
        for (Path document : documents()) {
            found(KEY, document)
                    .map(MatchResult::group)
                    .filter(key -> !key.startsWith("attune.test.") && !isGroup(known, key))
                    .flatMap(key -> known.fault(key).stream())
                    .forEach(fault -> faults.add(document + ": " + fault));
            found(VARIABLE, document)
                    .map(MatchResult::group)
                    .filter(name -> !NO_SETTINGS.contains(name))
                    .flatMap(name -> known.faultOfVariable(name).stream())
                    .forEach(fault -> faults.add(document + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    /** Such as {@code attune.web.*}. */
    private static boolean isGroup(KnownSettings known, String key) {
        String group = key.endsWith(".*") ? key.substring(0, key.length() - 1) : key + ".";
        return known.keys().stream().anyMatch(candidate -> candidate.startsWith(group));
    }

    /** ConfigurationDocTest holds the table to the code. */
    private static List<String> keysOfTheTable() throws IOException {
        List<String> keys = found(Pattern.compile("(?m)^\\| `(attune\\.[^`]+)`"), Path.of("docs/configuration.md"))
                .map(row -> row.group(1))
                .toList();
        assertThat(keys).isNotEmpty();
        return keys;
    }

    @Test
    void commands_that_are_named_exist() throws IOException {
        CommandLine attune = Main.commands("");
        for (Path document : documents()) {
            assertThat(found(COMMAND, document).map(command -> command.group(1)).toList())
                    .as(document.toString())
                    .isSubsetOf(attune.getSubcommands().keySet());
        }
        assertThat(Path.of("attune")).isExecutable();
        assertThat(Path.of("mvnw")).isExecutable();
    }

    @Test
    void the_readme_names_phases_of_a_build_and_plugins_that_are_there() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (Path document : documents()) {
            found(GOAL, document).map(goal -> goal.group(1)).forEach(goal -> {
                Optional<String> plugin = goal.contains(":") ? Optional.of(goal.split(":")[0]) : Optional.empty();
                plugin.ifPresentOrElse(
                        name -> assertThat(pom).contains("<artifactId>" + name + "-maven-plugin"),
                        () -> assertThat(goal).isIn("verify", "test", "package", "compile"));
            });
        }
    }

    @Test
    void every_room_is_on_the_readmes_map() throws IOException {
        String map = Files.readString(README);
        var missing = found(Pattern.compile("<<io\\.attune\\.([a-z.]+?)\\.\\.>>"), Path.of("docs/floor-plan.puml"))
                .map(room -> room.group(1))
                .filter(room -> !map.contains("`" + room + "`"))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static Stream<MatchResult> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files =
                Files.find(Path.of("."), 6, (path, is) -> path.toString().endsWith(".md"))) {
            return files.map(Path::normalize)
                    .filter(path -> !path.toString().matches("(target|data|node_modules|\\..*)/.*"))
                    .toList();
        }
    }
}
