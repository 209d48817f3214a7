package io.attune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Follows the walk-through of {@code docs/dialogs.md} literally, in a copy of the shipped dialogs. */
class GuideTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml (dialogs/\\S+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path copy;

    @BeforeEach
    void copy_the_shipped_dialogs() throws IOException {
        Path shipped = Path.of("dialogs");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".story.yaml"))
                    .toList()) {
                Path target = copy.resolve(shipped.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void the_walk_through_ends_in_a_tested_dialog() throws IOException {
        Map<String, String> blocks = blocks();
        assertThat(blocks).hasSize(3);
        blocks.forEach(this::write);

        assertThat(run(new CheckCommand())).endsWith(", 0 faults");
        assertThat(run(new TestCommand()))
                .contains("tv-remote: steps 3 of 3 (100 %)")
                .endsWith("2 stories, 0 failed");
    }

    @Test
    void before_the_texts_are_written_the_check_asks_for_them() throws IOException {
        String dialog = "dialogs/tv/remote.yaml";
        write(dialog, blocks().get(dialog));

        assertThat(run(new CheckCommand()))
                .contains("remote.yaml:1: its texts are missing")
                .endsWith(", 1 faults");
    }

    private static Map<String, String> blocks() throws IOException {
        var blocks = new LinkedHashMap<String, String>();
        BLOCK.matcher(Files.readString(Path.of("docs/dialogs.md")))
                .results()
                .forEach(found -> blocks.put(found.group(1), found.group(2)));
        return blocks;
    }

    private void write(String file, String text) {
        try {
            Files.writeString(copy.resolve(Path.of("dialogs").relativize(Path.of(file))), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String run(Object command) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        new CommandLine(command).setOut(writer).setErr(writer).execute(copy.toString());
        return out.toString().strip();
    }
}
