package io.attune.dialog.yaml;

import io.attune.dialog.Pitch;
import io.attune.dialog.Wording;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a file of texts: nested keys, and at their end a mapping from languages to one text, to a list of alternatives, or to
 * either for each pitch.
 */
final class TextReader {
    static final List<String> LANGUAGES =
            List.of(Language.values()).stream().map(Language::code).toList();
    static final List<String> PITCHES =
            List.of(Pitch.values()).stream().map(Pitch::code).toList();
    /** A button's label where space is short, and elsewhere. */
    static final int SHORT = 20;

    static final int TITLE = 80;
    private final Faults faults;
    private final Map<String, Wording> texts = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    TextReader(Faults faults) {
        this.faults = faults;
    }

    void read(Node root) {
        read("", Section.of(root, "the file", faults));
    }

    Map<String, Wording> texts() {
        return texts;
    }

    /** Where each text stands, from 1. */
    Map<String, Integer> lines() {
        return lines;
    }

    /** A text from elsewhere than a mapping. */
    void put(String key, Wording wording, int line) {
        lines.put(key, line);
        texts.put(key, wording);
    }

    /** One key of a mapping that holds other things too. */
    void read(Section section, String key) {
        section.find(key)
                .ifPresent(value ->
                        put(key, wording(key, Section.of(value, "'" + key + "'", faults)), Faults.line(value)));
    }

    private void read(String prefix, Section section) {
        section.values().forEach((key, value) -> {
            String full = prefix + key;
            if (value instanceof MappingNode mapping && isLeaf(mapping)) {
                lines.put(full, Faults.line(section.key(key)));
                texts.put(full, wording(full, Section.of(value, "'" + full + "'", faults)));
            } else if (value instanceof MappingNode) {
                read(full + ".", Section.of(value, "'" + full + "'", faults));
            } else {
                faults.add(value, "'" + full + "' must name a language for its text, such as 'en: …'");
            }
        });
    }

    private static boolean isLeaf(MappingNode node) {
        return node.getValue().stream()
                .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode key && LANGUAGES.contains(key.getValue()));
    }

    private Wording wording(String key, Section section) {
        var texts = new EnumMap<Language, Map<Pitch, List<String>>>(Language.class);
        section.values().forEach((code, value) -> {
            if (LANGUAGES.contains(code)) {
                texts.put(Language.valueOf(code.toUpperCase(Locale.ROOT)), pitches(key, code, value));
            } else {
                faults.unknown(section.key(code), "the language", code, LANGUAGES);
            }
        });
        return new Wording(texts);
    }

    private Map<Pitch, List<String>> pitches(String key, String code, Node value) {
        if (!(value instanceof MappingNode)) {
            return Map.of(Pitch.STANDARD, alternatives(key, value));
        }
        var pitches = new EnumMap<Pitch, List<String>>(Pitch.class);
        Section section = Section.of(value, "'" + key + "' in " + code, faults);
        section.values().forEach((name, text) -> {
            if (PITCHES.contains(name)) {
                pitches.put(Pitch.valueOf(name.toUpperCase(Locale.ROOT)), alternatives(key, text));
            } else {
                faults.unknown(section.key(name), "the pitch", name, PITCHES);
            }
        });
        if (!pitches.containsKey(Pitch.STANDARD)) {
            faults.add(
                    value, "'" + key + "' in " + code + " has no 'standard' wording, which most customers get; add it");
        }
        return pitches;
    }

    private List<String> alternatives(String key, Node value) {
        var alternatives = new ArrayList<String>();
        var items = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                alternatives.add(scalar.getValue().strip());
                checkLength(key, scalar);
            } else {
                faults.add(item, "'" + key + "' must be a text that is not empty");
            }
        }
        return alternatives;
    }

    private void checkLength(String key, ScalarNode text) {
        int length = text.getValue().strip().length();
        int most = key.endsWith(".short") ? SHORT : key.endsWith(".title") ? TITLE : 2000;
        if (length > most) {
            faults.add(text, "'" + key + "' has " + length + " characters; at most " + most + " fit");
        }
    }
}
