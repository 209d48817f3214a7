package io.attune.understanding.opennlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
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

    static final String BIN = ".bin.gz";
    static final String CALIBRATION = ".calibration";
    static final String NEAR = ".near.gz";

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
        new BinaryQNModelWriter(trained.model(), folder.resolve(name + BIN).toFile()).persist();
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
        Files.writeString(folder.resolve(name + CALIBRATION), text);
        Neighbourhood neighbourhood = trained.neighbourhood();
        if (neighbourhood != null) {
            neighbourhood.write(folder.resolve(name + NEAR));
        }
    }

    /** @throws IOException naming the file, when it is missing or damaged */
    static Stage read(ModelBytes files, String name) throws IOException {
        IntentModel compact = part(files, name + BIN, ModelFile::model);
        Calibration calibration = part(files, name + CALIBRATION, ModelFile::calibration);
        return new Stage(
                compact,
                calibration,
                compact.wantsMeaning()
                        ? part(files, name + NEAR, bytes -> Neighbourhood.read(bytes, compact.outcomes().length))
                        : null);
    }

    private interface Reading<T> {
        T read(byte[] bytes) throws IOException;
    }

    private static <T> T part(ModelBytes files, String name, Reading<T> reading) throws IOException {
        try {
            return reading.read(files.get(name));
        } catch (IOException | RuntimeException damaged) {
            String file = files.folder().getFileName() + "/" + name;
            String what = damaged instanceof NoSuchFileException ? "is missing" : String.valueOf(damaged.getMessage());
            ModelsRefused refused = new ModelsRefused(file, what, ModelsRefused.TRAIN);
            refused.initCause(damaged);
            throw refused;
        }
    }

    private static IntentModel model(byte[] gzip) throws IOException {
        ModelScan.check(gzip);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            IntentModel model = new IntentModel(new GenericModelReader(new BinaryFileDataReader(in)).getModel());
            if (Set.of(model.outcomes()).size() != model.outcomes().length) {
                throw new IOException("is damaged: an outcome stands in it twice");
            }
            return model;
        }
    }

    private static Calibration calibration(byte[] text) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
        Calibration read = new Calibration(
                number(lines, "temperature"),
                number(lines, "mix", 0),
                new Gate(
                        Signals.NAMES.stream()
                                .mapToDouble(signal -> number(lines, "gate." + signal))
                                .toArray(),
                        number(lines, "gate.offset")),
                number(lines, "threshold"),
                number(lines, "sure", Calibration.NEVER));
        Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
        unknown.removeAll(names());
        if (!unknown.isEmpty()) {
            throw new IOException("is of another version: it has " + String.join(", ", unknown));
        }
        if (!(read.temperature() > 0 && read.mix() >= 0 && read.mix() <= 1)) {
            throw new IOException("is damaged: the temperature must be above 0 and the mix from 0 to 1");
        }
        return read;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(List.of("temperature", "mix", "sure", "threshold", "gate.offset"));
        Signals.NAMES.forEach(signal -> names.add("gate." + signal));
        return names;
    }

    private static double number(Properties lines, String key, double missing) {
        return lines.containsKey(key) ? number(lines, key) : missing;
    }

    private static double number(Properties lines, String key) {
        String value = lines.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the line " + key + "=… is missing");
        }
        double number = parsed(key, value);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(key + " is no number");
        }
        return number;
    }

    private static double parsed(String key, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is no number", e);
        }
    }
}
