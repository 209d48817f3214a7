package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Trains a fresh model on a provider's own rows and scores it on others. */
public final class Benchmark {
    /**
     * @param evaluation on the test rows
     * @param predictions one per test row, in their order
     * @param trainSeconds wall-clock time of training and calibration
     * @param modelBytes size of the model's files
     * @param cheapShare share of the test rows that needed no embedding
     */
    public record Result(
            Evaluation evaluation,
            List<Evaluation.Prediction> predictions,
            double trainSeconds,
            long modelBytes,
            double cheapShare) {}

    private Benchmark() {}

    /**
     * @param tune rows to calibrate on; when empty, cross-validation on the training rows takes their place
     * @param outOfScope the label of rows out of scope in all files
     * @param seed of the order of the training rows when they are split
     * @param embedder adds meanings (English); without it, words and letters alone
     * @param progress gets a line for each step
     */
    public static Result run(
            List<Row> train,
            List<Row> tune,
            List<Row> test,
            String outOfScope,
            long seed,
            @Nullable Embedder embedder,
            Consumer<String> progress)
            throws IOException {
        List<Row> rows = new ArrayList<>(Rows.withOutOfScope(train, outOfScope));
        if (tune.isEmpty()) {
            Collections.shuffle(rows, new Random(seed));
        }
        Path folder = Files.createTempDirectory("attune-evaluate");
        try {
            long start = System.nanoTime();
            Cascade.train(rows, Rows.withOutOfScope(tune, outOfScope), embedder, progress)
                    .write(folder, "model");
            double seconds = (System.nanoTime() - start) / 1e9;
            IntentClassifier classifier = Cascade.read(ModelBytes.read(folder), "model", embedder);
            List<Row> rowsToTell = Rows.withOutOfScope(test, outOfScope);
            rowsToTell.stream().limit(embedder == null ? 2000 : 300).forEach(row -> classifier.rank(row.text()));
            List<Evaluation.Prediction> predictions =
                    rowsToTell.stream().map(row -> predict(classifier, row)).toList();
            return new Result(
                    Evaluation.of(predictions),
                    predictions,
                    seconds,
                    bytes(folder),
                    cheapShare(classifier, rowsToTell));
        } finally {
            delete(folder);
        }
    }

    private static Evaluation.Prediction predict(IntentClassifier classifier, Row row) {
        long start = System.nanoTime();
        RankedIntent told = classifier.rank(row.text()).getFirst();
        return new Evaluation.Prediction(row, told, System.nanoTime() - start);
    }

    private static double cheapShare(IntentClassifier classifier, List<Row> rows) {
        return rows.stream()
                .mapToDouble(row -> classifier.isEnough(classifier.words().rank(row.text(), null)) ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
