package io.attune.cli;

import io.attune.llm.Embedder;
import io.attune.understanding.opennlp.ModelTraining;
import java.io.IOException;
import java.nio.file.Path;
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
        new ModelTraining(
                        models,
                        line -> {
                            out.println(line);
                            out.flush();
                        },
                        embeddings ? Embedder.open() : null)
                .run(date.isBlank() ? null : date);
        out.println("wrote " + models.resolve("trained") + " and " + models.resolve("manifest.json"));
        out.flush();
        return 0;
    }
}
