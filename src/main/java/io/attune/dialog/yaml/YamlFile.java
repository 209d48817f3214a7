package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Opens a YAML file as nodes, which know their lines. Limits keep a hostile file from taking time or memory. */
final class YamlFile {
    private static final int BYTES = 1_000_000;
    private static final int DEPTH = 30;
    private static final int ALIASES = 50;
    /** Nodes, those that aliases repeat counted each time. */
    private static final long NODES = 200_000;

    private YamlFile() {}

    /** Empty, with a fault, for a file that is no text or too large. */
    static Optional<String> text(Path file, Faults faults) throws IOException {
        if (Files.size(file) > BYTES) {
            faults.add(
                    1,
                    FaultKind.TOO_LARGE,
                    "the file has more than " + BYTES / 1000 + " kB; split it, a dialog a file");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException notText) {
            faults.add(1, FaultKind.NOT_TEXT, "the file is not UTF-8 text; save it as UTF-8");
            return Optional.empty();
        }
    }

    /** Empty, with a fault, for a file that is no YAML or has nothing in it. */
    static Optional<Node> compose(Path file, Faults faults) throws IOException {
        return text(file, faults).flatMap(text -> compose(text, faults));
    }

    static Optional<Node> compose(String text, Faults faults) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES);
        options.setCodePointLimit(BYTES);
        options.setNestingDepthLimit(DEPTH);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                faults.add(1, FaultKind.EMPTY_FILE, "the file is empty; write something into it, or remove it");
            } else if (size(node, new IdentityHashMap<>(), identities()) > NODES) {
                faults.add(
                        node,
                        FaultKind.ENDLESS_ALIAS,
                        "an alias (*) repeats itself, or too much; write out what it stands for");
                return Optional.empty();
            }
            return Optional.ofNullable(node);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            if (String.valueOf(broken.getProblem()).contains("TAB")) {
                faults.add(line, FaultKind.TAB, "a tab stands where YAML wants spaces; indent by spaces");
            } else {
                faults.add(line, FaultKind.NOT_YAML, "not readable as YAML: " + broken.getProblem());
            }
        } catch (ReaderException broken) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(broken.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            faults.add(line, FaultKind.NOT_TEXT, "a character that is none of a text's stands here; remove it");
        } catch (YAMLException broken) {
            String message = String.valueOf(broken.getMessage());
            faults.add(
                    1,
                    FaultKind.NOT_YAML,
                    "not readable as YAML: " + message.lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }

    private static Set<Node> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** How many nodes a reader would walk; more than {@link #NODES} for one that holds itself. */
    private static long size(Node node, Map<Node, Long> sizes, Set<Node> above) {
        if (!above.add(node)) {
            return NODES + 1;
        }
        Long known = sizes.get(node);
        long size = known == null ? 1 : known;
        if (known == null) {
            for (Node child : children(node)) {
                size = Math.min(NODES + 1, size + size(child, sizes, above));
            }
            sizes.put(node, size);
        }
        above.remove(node);
        return size;
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                        .toList();
            case SequenceNode list -> list.getValue();
            default -> List.of();
        };
    }
}
