package io.attune.understanding;

import io.attune.understanding.Understanding.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that are known: {@code models/gazetteer/devices.tsv} and {@code products.tsv}, lines of {@code words<TAB>name}. Of names
 * that begin at the same word the longest is found; capitals, accents and punctuation make no difference.
 */
public final class Gazetteer {
    public static final String FOLDER = "gazetteer";

    private static final Map<String, String> FILES = Map.of("device", "devices.tsv", "product", "products.tsv");

    private final PhraseIndex<Entity> index = new PhraseIndex<>();

    private Gazetteer() {}

    /**
     * @param models the folder of the models; a file that is not there names nothing
     * @throws IOException naming file and line of every fault, a line each
     */
    public static Gazetteer load(Path models) throws IOException {
        Gazetteer gazetteer = new Gazetteer();
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = models.resolve(FOLDER).resolve(file.getValue());
            if (Files.exists(path)) {
                gazetteer.read(file.getKey(), path, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new IOException(String.join(System.lineSeparator(), faults));
        }
        return gazetteer;
    }

    private void read(String type, Path file, List<String> faults) throws IOException {
        Map<String, String> known = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts.length != 2 || Words.of(parts[0]).size() == 0 || parts[1].isBlank()) {
                faults.add(file + ":" + number + ": expected words, a tab and a name");
                continue;
            }
            String name = parts[1].strip();
            String other = known.putIfAbsent(String.join(" ", Words.of(parts[0]).asList()), name);
            if (other != null && !other.equals(name)) {
                faults.add(file + ":" + number + ": these words are " + other + " already");
            }
            index.add(parts[0], new Entity(type, name, 0, 0));
        }
    }

    /** What {@link EntityFinder} finds, and the known names where it found nothing else; in order of {@code start}. */
    public List<Entity> find(String text, Words words) {
        EntityFinder found = EntityFinder.in(text);
        for (PhraseIndex.Hit<Entity> hit : index.find(words)) {
            found.add(hit.value().type(), hit.value().value(), words.start(hit.first()), words.end(hit.last()));
        }
        return found.found();
    }
}
