package io.attune.understanding.opennlp;

import io.attune.understanding.opennlp.Evaluation.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which labels are taken for which. */
public final class Confusion {
    private static final int EXAMPLES = 3;

    /**
     * @param rows of this label
     * @param told how often it was told
     * @param takenFor what its rows were taken for otherwise, most often first, each with its number
     */
    public record Label(String label, int rows, int told, int right, String takenFor) {
        public double precision() {
            return told == 0 ? 0 : (double) right / told;
        }

        public double recall() {
            return rows == 0 ? 0 : (double) right / rows;
        }

        public double f1() {
            return rows + told == 0 ? 0 : 2.0 * right / (rows + told);
        }
    }

    private Confusion() {}

    /** Every label of the rows, the one with the lowest F1 first. */
    public static List<Label> labels(List<Prediction> predictions) {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        Map<String, Integer> told = new TreeMap<>();
        for (Prediction one : predictions) {
            table.computeIfAbsent(one.row().label(), label -> new TreeMap<>())
                    .merge(one.told().intent(), 1, Integer::sum);
            told.merge(one.told().intent(), 1, Integer::sum);
        }
        List<Label> labels = new ArrayList<>();
        table.forEach((label, row) -> labels.add(new Label(
                label,
                row.values().stream().mapToInt(Integer::intValue).sum(),
                told.getOrDefault(label, 0),
                row.getOrDefault(label, 0),
                row.entrySet().stream()
                        .filter(other -> !other.getKey().equals(label))
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(EXAMPLES)
                        .map(other -> other.getKey() + " " + other.getValue())
                        .collect(Collectors.joining(", ")))));
        labels.sort(Comparator.comparingDouble(Label::f1)
                .thenComparing(Comparator.comparingInt(Label::rows).reversed())
                .thenComparing(Label::label));
        return labels;
    }

    /** The pairs of labels that are confused most, as {@code gold -> told (count): examples}. */
    public static List<String> worstPairs(List<Prediction> predictions, int most) {
        Map<String, List<Prediction>> wrong = new TreeMap<>();
        for (Prediction one : predictions) {
            if (!one.right()) {
                wrong.computeIfAbsent(one.row().label() + " -> " + one.told().intent(), pair -> new ArrayList<>())
                        .add(one);
            }
        }
        return wrong.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .limit(most)
                .map(pair -> "%s (%d): %s"
                        .formatted(
                                pair.getKey(),
                                pair.getValue().size(),
                                pair.getValue().stream()
                                        .map(one -> one.row().text())
                                        .distinct()
                                        .limit(EXAMPLES)
                                        .collect(Collectors.joining(" | "))))
                .toList();
    }
}
