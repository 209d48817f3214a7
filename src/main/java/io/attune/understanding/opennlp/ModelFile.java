package io.attune.understanding.opennlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;

/**
 * A stage as two or three files: {@code NAME.bin.gz}, OpenNLP's own binary form of a maximum-entropy model,
 * {@code NAME.calibration}, lines of {@code key=number}, and with embeddings {@code NAME.near.gz}, the training texts as
 * points. Nothing in them is code: none is read by Java serialisation.
 */
final class ModelFile {
    /** Weights are kept in steps of this size: a fifth of the bytes, and no answer changes. */
    private static final double STEP = 1.0 / 32;

    private ModelFile() {}

    @SuppressWarnings("unchecked")
    static AbstractModel rounded(AbstractModel model) {
        Object[] structures = model.getDataStructures();
        Map<String, Context> contexts = (Map<String, Context>) structures[1];
        List<String> predicates = new ArrayList<>();
        List<Context> kept = new ArrayList<>();
        new TreeMap<>(contexts).forEach((predicate, context) -> {
            double[] rounded = context.getParameters().clone();
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = Math.rint(rounded[i] / STEP) * STEP;
            }
            int[] used = IntStream.range(0, rounded.length)
                    .filter(i -> rounded[i] != 0)
                    .toArray();
            if (used.length > 0) {
                int[] outcomes = context.getOutcomes();
                predicates.add(predicate);
                kept.add(new Context(
                        IntStream.of(used).map(i -> outcomes[i]).toArray(),
                        IntStream.of(used).mapToDouble(i -> rounded[i]).toArray()));
            }
        });
        return new QNModel(kept.toArray(new Context[0]), predicates.toArray(new String[0]), (String[]) structures[2]);
    }

    static void write(IntentTraining.Trained trained, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        new BinaryQNModelWriter(trained.model(), bin(folder, name).toFile()).persist();
        Map<String, Double> lines = new TreeMap<>();
        Calibration calibration = trained.calibration();
        lines.put("temperature", calibration.temperature());
        lines.put("mix", calibration.mix());
        lines.put("sure", calibration.sure());
        lines.put("threshold", calibration.threshold());
        lines.put("gate.offset", calibration.gate().offset());
        for (int i = 0; i < Signals.NAMES.size(); i++) {
            lines.put("gate." + Signals.NAMES.get(i), calibration.gate().weights()[i]);
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.writeString(folder.resolve(name + ".calibration"), text);
        Neighbourhood neighbourhood = trained.neighbourhood();
        if (neighbourhood != null) {
            neighbourhood.write(near(folder, name));
        }
    }

    /** @throws IOException naming the file, when it is missing or damaged */
    static Stage read(Path folder, String name) throws IOException {
        Path file = bin(folder, name);
        try {
            AbstractModel model = new GenericModelReader(file.toFile()).getModel();
            IntentModel compact = new IntentModel(model);
            return new Stage(
                    compact,
                    calibration(folder.resolve(name + ".calibration")),
                    compact.wantsMeaning()
                            ? Neighbourhood.read(near(folder, name), compact.outcomes().length)
                            : null);
        } catch (IOException | RuntimeException damaged) {
            throw new IOException(file + ": cannot be read as a model; train it again with `./attune train`", damaged);
        }
    }

    private static Calibration calibration(Path file) throws IOException {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        double[] weights = Signals.NAMES.stream()
                .mapToDouble(signal -> number(lines, "gate." + signal))
                .toArray();
        return new Calibration(
                number(lines, "temperature"),
                number(lines, "mix", 0),
                new Gate(weights, number(lines, "gate.offset")),
                number(lines, "threshold"),
                number(lines, "sure", Calibration.NEVER));
    }

    private static double number(Properties lines, String key, double missing) {
        return lines.containsKey(key) ? number(lines, key) : missing;
    }

    private static double number(Properties lines, String key) {
        String value = lines.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the line " + key + "=… is missing");
        }
        return Double.parseDouble(value);
    }

    private static Path near(Path folder, String name) {
        return folder.resolve(name + ".near.gz");
    }

    private static Path bin(Path folder, String name) {
        return folder.resolve(name + ".bin.gz");
    }
}
