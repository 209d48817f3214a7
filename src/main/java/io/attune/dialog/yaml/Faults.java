package io.attune.dialog.yaml;

import io.attune.dialog.Fault;
import io.attune.dialog.FaultKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one file. */
final class Faults {
    private static final int LONGEST = 400;
    /** No name is longer, and none so long is a slip of another. */
    private static final int LONGEST_NAME = 100;

    private static final int MOST_NAMES = 16;

    private final String file;
    private final TreeSet<Fault> found;

    Faults(String file, TreeSet<Fault> found) {
        this.file = file;
        this.found = found;
    }

    void add(Node node, FaultKind kind, String message) {
        add(line(node), kind, message);
    }

    void add(int line, FaultKind kind, String message) {
        found.add(new Fault(file, line, kind, shortened(message)));
    }

    /** A message may quote what stands in the file; it need not quote a page of it. */
    private static String shortened(String message) {
        return message.length() <= LONGEST
                ? message
                : message.substring(0, LONGEST / 2) + " … " + message.substring(message.length() - LONGEST / 2);
    }

    /** A name that is none of the known ones, with the nearest that is. */
    void unknown(Node node, FaultKind kind, String what, String name, Collection<String> known) {
        unknown(line(node), kind, what, name, known);
    }

    void unknown(int line, FaultKind kind, String what, String name, Collection<String> known) {
        String hint = nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "" : "; known: " + String.join(", ", sorted(known)));
        add(line, kind, what + " '" + name + "' is not known" + hint);
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().distinct().sorted().limit(MOST_NAMES).toList();
    }

    static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    /** The known name that differs by the fewest letters, if by few enough. */
    static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        int most = name.length() < 3 ? 1 : Math.max(2, name.length() / 3);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= most)
                .min(java.util.Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(java.util.Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int same = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[other.length()];
    }
}
