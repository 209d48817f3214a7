package io.attune.understanding.opennlp;

import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Trains a fresh model on a provider's own rows and scores it on others. */
public final class Benchmark {
    /**
     * @param evaluation on the test rows
     * @param predictions one per test row, in their order
     * @param trainSeconds wall-clock time of training and calibration
     * @param modelBytes size of the model's files
     */
    public record Result(
            Evaluation evaluation, List<Evaluation.Prediction> predictions, double trainSeconds, long modelBytes) {}

    private Benchmark() {}

    /**
     * @param tune rows to calibrate on; when empty, cross-validation on the training rows takes their place
     * @param outOfScope the label of rows out of scope in all files
     * @param seed of the order of the training rows when they are split
     */
    public static Result run(List<Row> train, List<Row> tune, List<Row> test, String outOfScope, long seed)
            throws IOException {
        List<Row> rows = new ArrayList<>(Rows.withOutOfScope(train, outOfScope));
        if (tune.isEmpty()) {
            Collections.shuffle(rows, new Random(seed));
        }
        long start = System.nanoTime();
        IntentTraining training = new IntentTraining(ModelTraining.INTENTS);
        IntentTraining.Trained trained =
                tune.isEmpty() ? training.train(rows) : training.train(rows, Rows.withOutOfScope(tune, outOfScope));
        double seconds = (System.nanoTime() - start) / 1e9;
        Path folder = Files.createTempDirectory("attune-evaluate");
        try {
            ModelFile.write(trained, folder, "model");
            IntentClassifier classifier = ModelFile.read(folder, "model");
            List<Row> rowsToTell = Rows.withOutOfScope(test, outOfScope);
            rowsToTell.stream().limit(2000).forEach(row -> classifier.rank(row.text()));
            List<Evaluation.Prediction> predictions =
                    rowsToTell.stream().map(row -> predict(classifier, row)).toList();
            return new Result(Evaluation.of(predictions), predictions, seconds, bytes(folder));
        } finally {
            delete(folder);
        }
    }

    private static Evaluation.Prediction predict(IntentClassifier classifier, Row row) {
        long start = System.nanoTime();
        RankedIntent told = classifier.rank(row.text()).getFirst();
        return new Evaluation.Prediction(row, told, System.nanoTime() - start);
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
