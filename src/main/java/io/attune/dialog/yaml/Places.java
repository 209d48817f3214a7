package io.attune.dialog.yaml;

import io.attune.dialog.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Where the parts and the texts of dialogs stand, for whoever has to find them. */
public final class Places {
    private static final String TEXTS = ".texts.yaml";

    /** By dialog, with nothing for what belongs to all, and dotted path. */
    private final Map<String, Place> places = new HashMap<>();

    private Places() {}

    /**
     * @param file as it can be opened from here
     * @param line from 1
     */
    public record Place(String file, int line) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::file).thenComparingInt(Place::line);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    public static Places read(Path folder) throws IOException {
        var places = new Places();
        for (Path file : BookReader.files(folder)) {
            String name = file.toString();
            if (name.endsWith(".md")) {
                String id = file.getFileName().toString();
                places.article("know-" + id.substring(0, id.length() - ".md".length()), file);
            } else if (!name.endsWith(TEXTS)) {
                Path texts = Path.of(name.substring(0, name.length() - ".yaml".length()) + TEXTS);
                places.dialog(file, texts);
            } else if (!Files.exists(Path.of(name.substring(0, name.length() - TEXTS.length()) + ".yaml"))) {
                places.add("", file);
            }
        }
        return places;
    }

    private void article(String id, Path file) throws IOException {
        int line = 0;
        places.put(id + " ", new Place(file.toString(), 1));
        for (String text : Files.readAllLines(file)) {
            line++;
            if (text.startsWith("# ")) {
                places.put(id + " steps.read.say." + text.substring(2).strip(), new Place(file.toString(), line));
            }
        }
    }

    private void dialog(Path file, Path texts) throws IOException {
        String id = YamlFile.compose(file, new Faults("", new TreeSet<Fault>())).stream()
                .flatMap(root -> Section.of(root, "", new Faults("", new TreeSet<>())).text("dialog").stream())
                .findFirst()
                .orElse("");
        add(id, file);
        if (Files.exists(texts)) {
            add(id, texts);
        }
    }

    private void add(String dialog, Path file) throws IOException {
        places.putIfAbsent(dialog + " ", new Place(file.toString(), 1));
        YamlFile.compose(file, new Faults("", new TreeSet<>())).ifPresent(root -> walk(dialog + " ", root, file));
    }

    private void walk(String prefix, Node node, Path file) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    places.putIfAbsent(prefix + key.getValue(), new Place(file.toString(), Faults.line(key)));
                    walk(prefix + key.getValue() + ".", tuple.getValueNode(), file);
                }
            });
        }
    }

    /** A step, fact, remedy or cause of a dialog. */
    public Place ofPart(String dialog, String name) {
        for (String family : new String[] {"steps.", "facts.", "remedies.", "causes."}) {
            Place place = places.get(dialog + " " + family + name);
            if (place != null) {
                return place;
            }
        }
        return ofText(dialog, "");
    }

    /** A text, by its path with language and variant; where nearest to it anything stands. */
    public Place ofText(String dialog, String path) {
        String key = path;
        while (!key.isEmpty()) {
            Place place = places.get(dialog + " " + key);
            if (place != null) {
                return place;
            }
            key = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        }
        return places.getOrDefault(dialog + " ", new Place("", 1));
    }
}
