package io.attune.dialog.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Opens a YAML file as nodes, which know their lines. Limits keep a hostile file from taking time or memory. */
final class YamlFile {
    private static final int CHARACTERS = 2_000_000;
    private static final int DEPTH = 30;
    private static final int ALIASES = 20;

    private YamlFile() {}

    /** Empty, with a fault, for a file that is no YAML or has nothing in it. */
    static Optional<Node> compose(Path file, Faults faults) throws IOException {
        return compose(() -> Files.newBufferedReader(file), faults);
    }

    static Optional<Node> compose(String text, Faults faults) {
        try {
            return compose(() -> new StringReader(text), faults);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Source {
        Reader open() throws IOException;
    }

    private static Optional<Node> compose(Source source, Faults faults) throws IOException {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES);
        options.setCodePointLimit(CHARACTERS);
        options.setNestingDepthLimit(DEPTH);
        try (Reader reader = source.open()) {
            Node node = new Yaml(options).compose(reader);
            if (node == null) {
                faults.add(1, "the file is empty");
            }
            return Optional.ofNullable(node);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            faults.add(line, "not readable as YAML: " + broken.getProblem());
        } catch (CharacterCodingException notText) {
            faults.add(1, "not readable: the file is not UTF-8 text");
        } catch (YAMLException broken) {
            String message = String.valueOf(broken.getMessage());
            faults.add(1, "not readable as YAML: " + message.lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }
}
