package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.llm.Embedder;
import io.attune.understanding.opennlp.Benchmark;
import io.attune.understanding.opennlp.Evaluation;
import io.attune.understanding.opennlp.Row;
import io.attune.understanding.opennlp.RowFaults;
import io.attune.understanding.opennlp.Rows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./attune evaluate}: a fresh intent model from a provider's own rows, scored on held-back ones. */
@Command(name = "evaluate", description = "Trains a fresh intent model and scores it on a test file.")
public final class EvaluateCommand implements Callable<Integer> {
    private static final int FAULTS_SHOWN = 20;
    private static final int PAIRS_SHOWN = 10;

    @Option(names = "--train", required = true, arity = "1..*", description = "Training files: label<TAB>text.")
    private List<Path> train = new ArrayList<>();

    @Option(names = "--tune", arity = "1..*", description = "Files to fit calibration and the out-of-scope gate on.")
    private List<Path> tune = new ArrayList<>();

    @Option(names = "--test", required = true, arity = "1..*", description = "Files to score on.")
    private List<Path> test = new ArrayList<>();

    @Option(names = "--oos-label", defaultValue = "oos", description = "Label of what is out of scope.")
    private String oosLabel = "oos";

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Orders the training rows when part of them calibrates.")
    private long seed = 1;

    @Option(
            names = "--plain",
            description = "Words and letters alone, without embeddings: for languages other than English, and for speed.")
    private boolean plain;

    @Option(names = "--json", description = "Prints one JSON object and nothing else.")
    private boolean json;

    @Option(names = "--predictions", description = "Writes gold<TAB>predicted<TAB>confidence<TAB>text.")
    private @Nullable Path predictions;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
        List<Row> rows = Rows.readAll(train);
        List<String> faults = RowFaults.of(rows);
        faults.stream().limit(FAULTS_SHOWN).forEach(err::println);
        if (faults.size() > FAULTS_SHOWN) {
            err.println("… and " + (faults.size() - FAULTS_SHOWN) + " more repeated utterances");
        }
        err.println("training on " + rows.size() + " rows");
        err.flush();
        Benchmark.Result result = Benchmark.run(
                rows, Rows.readAll(tune), Rows.readAll(test), oosLabel, seed, plain ? null : Embedder.open());
        if (predictions != null) {
            Files.writeString(predictions, told(result));
        }
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(figures(result)));
        } else {
            figures(result).forEach((name, value) -> out.println(line(name, value)));
            out.println(line("noEmbedding", result.cheapShare()));
            out.println("worst pairs:");
            Evaluation.worstPairs(result.predictions(), PAIRS_SHOWN).forEach(pair -> out.println("  " + pair));
        }
        out.flush();
        return 0;
    }

    private static String line(String name, Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%-14s %.4f", name, number)
                : String.format(Locale.ROOT, "%-14s %s", name, value);
    }

    private static Map<String, Object> figures(Benchmark.Result result) {
        Evaluation score = result.evaluation();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("accuracy", score.accuracy());
        figures.put("oosRecall", score.oosRecall());
        figures.put("oosPrecision", score.oosPrecision());
        figures.put("macroF1", score.macroF1());
        figures.put("ece", score.ece());
        figures.put("p50Ms", score.p50Ms());
        figures.put("p99Ms", score.p99Ms());
        figures.put("trainSeconds", result.trainSeconds());
        figures.put("modelBytes", result.modelBytes());
        figures.put("n", score.n());
        return figures;
    }

    private String told(Benchmark.Result result) {
        StringBuilder lines = new StringBuilder();
        for (Evaluation.Prediction prediction : result.predictions()) {
            lines.append(labelled(prediction.row().label())).append('\t');
            lines.append(labelled(prediction.told().intent())).append('\t');
            lines.append(String.format(Locale.ROOT, "%.6f", prediction.told().confidence()))
                    .append('\t');
            lines.append(prediction.row().text()).append('\n');
        }
        return lines.toString();
    }

    /** Out of scope goes by the name that the files give it. */
    private String labelled(String label) {
        return label.equals(io.attune.understanding.Understanding.OUT_OF_SCOPE) ? oosLabel : label;
    }
}
