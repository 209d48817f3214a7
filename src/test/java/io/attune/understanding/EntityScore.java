package io.attune.understanding;

import io.attune.understanding.Understanding.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of what stands in annotated examples is found, by type, with the right value; and what is found that is not there. */
final class EntityScore {
    private static final Pattern MARK = Pattern.compile("\\[([^\\]|]+)\\|([^\\]]+)\\]");

    /** Right, found, wanted. */
    private final Map<String, int[]> counts = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();
    private int lines;

    static EntityScore of(Path file, Function<String, List<Entity>> finder) throws IOException {
        EntityScore score = new EntityScore();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                score.add(line.substring(line.indexOf('\t') + 1), finder);
            }
        }
        return score;
    }

    private void add(String line, Function<String, List<Entity>> finder) {
        lines++;
        List<Entity> wanted = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher mark = MARK.matcher(line);
        int from = 0;
        while (mark.find()) {
            text.append(line, from, mark.start());
            int start = text.length();
            text.append(mark.group(1));
            int equals = mark.group(2).indexOf('=');
            if (equals > 0) {
                wanted.add(new Entity(
                        mark.group(2).substring(0, equals), mark.group(2).substring(equals + 1), start, text.length()));
            }
            from = mark.end();
        }
        text.append(line.substring(from));
        List<Entity> found = new ArrayList<>(finder.apply(text.toString()));
        for (Entity want : wanted) {
            count(want.type())[2]++;
            boolean right = found.removeIf(entity -> entity.type().equals(want.type())
                    && entity.value().equals(want.value())
                    && entity.start() < want.end()
                    && want.start() < entity.end());
            if (right) {
                count(want.type())[0]++;
                count(want.type())[1]++;
            } else {
                faults.add("missed " + want.type() + "=" + want.value() + " in: " + text);
            }
        }
        for (Entity extra : found) {
            count(extra.type())[1]++;
            faults.add("found " + extra.type() + "=" + extra.value() + " in: " + text);
        }
    }

    private int[] count(String type) {
        return counts.computeIfAbsent(type, key -> new int[3]);
    }

    List<String> faults() {
        return faults;
    }

    double recall() {
        return share(2);
    }

    double precision() {
        return share(1);
    }

    private double share(int of) {
        int right = counts.values().stream().mapToInt(count -> count[0]).sum();
        int all = counts.values().stream().mapToInt(count -> count[of]).sum();
        return all == 0 ? 1 : (double) right / all;
    }

    /** A line for each type. */
    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("%d examples: precision %.3f, recall %.3f%n".formatted(lines, precision(), recall()));
        counts.forEach((type, count) -> table.append(
                "%-9s %3d right of %3d found and %3d there%n".formatted(type, count[0], count[1], count[2])));
        return table.toString();
    }

    /** Prints both files' scores. */
    public static void main(String[] args) throws IOException {
        for (String name : List.of("mended", "fresh")) {
            Gazetteer gazetteer = Gazetteer.load(Path.of("models"));
            EntityScore score = of(
                    Path.of("src/test/resources/entities", name + ".tsv"),
                    text -> gazetteer.find(text, Words.of(text)));
            System.out.println(name + " " + score);
            if (args.length > 0) {
                score.faults().forEach(System.out::println);
            }
        }
    }
}
