package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.attune.llm.Embedder;
import io.attune.message.Language;
import io.attune.understanding.opennlp.Evaluation;
import io.attune.understanding.opennlp.ModelTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./attune train}: trains the shipped models and writes their manifest. The same input gives the same bytes. */
@Command(name = "train", description = "Trains the shipped models from models/, reproducibly.")
public final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--models",
            description = "Folder of the models (default: ${DEFAULT-VALUE}).",
            defaultValue = "models")
    private Path models = Path.of("models");

    @Option(
            names = "--date",
            description =
                    "Date to write into the manifest, such as 2026-11-21. Without it, the manifest carries none, so that"
                            + " the same data give the same bytes on any day.")
    private String date = "";

    @Option(names = "--embeddings", description = "Adds the stage with embeddings to the English model.")
    private boolean embeddings;

    @Spec
    private picocli.CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec == null
                ? new java.io.PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        Map<Language, Evaluation> scores = new ModelTraining(models, line -> {
                    out.println(line);
                    out.flush();
                }, embeddings ? Embedder.open() : null)
                .run();
        Path manifest = models.resolve("manifest.json");
        Files.writeString(manifest, manifest(scores));
        out.println("wrote " + models.resolve("trained") + " and " + manifest);
        out.flush();
        return 0;
    }

    private String manifest(Map<Language, Evaluation> scores) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        if (!date.isBlank()) {
            manifest.put("date", date);
        }
        Map<String, String> data = new LinkedHashMap<>();
        for (Path source : ModelTraining.sources(models)) {
            data.put(models.relativize(source).toString(), sha256(source));
        }
        manifest.put("data", data);
        Map<String, String> files = new LinkedHashMap<>();
        try (var trained = Files.list(models.resolve("trained"))) {
            for (Path file : trained.sorted().toList()) {
                files.put(models.relativize(file).toString(), sha256(file));
            }
        }
        manifest.put("models", files);
        Map<String, Object> told = new LinkedHashMap<>();
        scores.forEach((language, score) -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("accuracy", rounded(score.accuracy()));
            figures.put("oosRecall", rounded(score.oosRecall()));
            figures.put("oosPrecision", rounded(score.oosPrecision()));
            figures.put("macroF1", rounded(score.macroF1()));
            figures.put("ece", rounded(score.ece()));
            figures.put("n", score.n());
            told.put(language.code(), figures);
        });
        manifest.put("heldout", told);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(manifest) + "\n";
    }

    private static double rounded(double share) {
        return Math.rint(share * 10_000) / 10_000;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
