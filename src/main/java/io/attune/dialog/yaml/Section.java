package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a dialog file, read key by key: what is asked for and not there, or there and never asked for, is a fault. */
final class Section {
    private final Node node;
    private final Faults faults;
    private final String name;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    private Section(Node node, String name, Faults faults) {
        this.node = node;
        this.name = name;
        this.faults = faults;
    }

    /** @param name what the mapping is, for messages */
    static Section of(Node node, String name, Faults faults) {
        var section = new Section(node, name, faults);
        if (!(node instanceof MappingNode mapping)) {
            String there = node instanceof ScalarNode scalar
                            && !scalar.getValue().isEmpty()
                    ? ", not '" + scalar.getValue() + "'; put them below it, or on its line in braces, {key: value}"
                    : "; put them below it";
            faults.add(node, FaultKind.WRONG_TYPE, name + " must be a list of 'key: value' lines" + there);
            return section;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(tuple.getKeyNode(), FaultKind.WRONG_TYPE, "a key in " + name + " must be a plain word");
            } else if (section.values.put(key.getValue(), tuple.getValueNode()) != null) {
                faults.add(
                        key,
                        FaultKind.DUPLICATE_KEY,
                        "'" + key.getValue() + "' stands twice in " + name + "; remove one");
            } else {
                section.keys.put(key.getValue(), key);
            }
        }
        return section;
    }

    /** A mapping with nothing in it, in place of one that was left out. */
    static Section empty(Node node, Faults faults) {
        return new Section(node, "", faults);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Node node() {
        return node;
    }

    Map<String, Node> values() {
        asked.addAll(values.keySet());
        return values;
    }

    Node key(String key) {
        return keys.getOrDefault(key, node);
    }

    Optional<Node> find(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    Optional<Node> need(String key) {
        Optional<Node> value = find(key);
        if (value.isEmpty()) {
            faults.add(node, FaultKind.MISSING_KEY, name + " has no '" + key + "'; add it");
        }
        return value;
    }

    Optional<Section> section(String key) {
        return find(key).map(value -> of(value, "'" + key + "' of " + name, faults));
    }

    Optional<String> text(String key) {
        return find(key).flatMap(value -> scalar(value, key));
    }

    Optional<String> scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        faults.add(value, FaultKind.WRONG_TYPE, "'" + key + "' of " + name + " must be one word or number");
        return Optional.empty();
    }

    Optional<Double> number(String key) {
        return find(key).flatMap(value -> number(value, key));
    }

    Optional<Double> number(Node value, String key) {
        Optional<String> text = scalar(value, key);
        try {
            Optional<Double> number = text.map(Double::valueOf);
            if (number.isPresent() && !Double.isFinite(number.get())) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException noNumber) {
            faults.add(
                    value,
                    FaultKind.WRONG_TYPE,
                    "'" + key + "' of " + name + " must be a number, not '" + text.orElse("") + "'"
                            + hint(text.orElse("")));
            return Optional.empty();
        }
    }

    private static String hint(String text) {
        if (text.matches("[0-9.]+ *%")) {
            return "; leave out the %";
        }
        return text.matches("[0-9.]+( *, *[0-9.]+)+") ? "; a list stands in brackets, [" + text + "]" : "";
    }

    /** One of a few words; anything else is a fault. */
    Optional<String> word(String key, List<String> known) {
        Optional<String> word = text(key);
        word.filter(text -> !known.contains(text))
                .ifPresent(text ->
                        faults.unknown(find(key).orElse(node), FaultKind.UNKNOWN_WORD, "'" + key + "'", text, known));
        return word.filter(known::contains);
    }

    /** A list of words; one word alone counts as a list of one. */
    List<ScalarNode> words(String key) {
        return find(key).map(value -> words(value, key)).orElse(List.of());
    }

    List<ScalarNode> words(Node value, String key) {
        var words = new ArrayList<ScalarNode>();
        if (value instanceof ScalarNode scalar) {
            words.add(scalar);
        } else if (value instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    words.add(scalar);
                } else {
                    faults.add(item, FaultKind.WRONG_TYPE, "'" + key + "' of " + name + " must be a list of words");
                }
            }
        } else {
            faults.add(value, FaultKind.WRONG_TYPE, "'" + key + "' of " + name + " must be a list of words");
        }
        return words;
    }

    /** Names become part of text keys and ids: letters, digits, hyphens. */
    void checkNames() {
        checkNames(keys.values(), faults);
    }

    static void checkNames(Collection<? extends Node> names, Faults faults) {
        for (Node node : names) {
            if (node instanceof ScalarNode name && !name.getValue().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}")) {
                faults.add(
                        node,
                        FaultKind.BAD_NAME,
                        "'" + name.getValue()
                                + "' is no name; names are of letters, digits and hyphens, such as one-room");
            }
        }
    }

    /** Reports the keys that nobody asked for. */
    void done() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                faults.unknown(at, FaultKind.UNKNOWN_KEY, "the key", key, asked);
            }
        });
    }
}
