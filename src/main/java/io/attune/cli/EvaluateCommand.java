package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.llm.Embedder;
import io.attune.understanding.opennlp.Benchmark;
import io.attune.understanding.opennlp.Confusion;
import io.attune.understanding.opennlp.Evaluation;
import io.attune.understanding.opennlp.LearningCurve;
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
import java.util.function.Consumer;
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
            description =
                    "Words and letters alone, without embeddings: for languages other than English, and for speed.")
    private boolean plain;

    @Option(
            names = "--curve",
            description =
                    "Adds a learning curve: the same on 10, 20, 40, 70 and 100 %% of the training rows of each label.")
    private boolean curve;

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
        err.flush();
        Embedder embedder = plain ? null : Embedder.open();
        Consumer<String> progress = line -> {
            err.println(line);
            err.flush();
        };
        List<Row> tuning = Rows.readAll(tune);
        List<Row> testing = Rows.readAll(test);
        Benchmark.Result result = Benchmark.run(rows, tuning, testing, oosLabel, seed, embedder, progress);
        List<LearningCurve.Point> points =
                curve ? LearningCurve.of(rows, tuning, testing, oosLabel, seed, embedder, progress) : List.of();
        if (predictions != null) {
            Files.writeString(predictions, told(result));
        }
        if (json) {
            Map<String, Object> figures = figures(result);
            if (curve) {
                figures.put(
                        "curve", points.stream().map(EvaluateCommand::figures).toList());
            }
            out.println(new ObjectMapper().writeValueAsString(figures));
        } else {
            figures(result).forEach((name, value) -> out.println(line(name, value)));
            out.println(line("noEmbedding", result.cheapShare()));
            report(out, result.predictions());
            table(out, points);
        }
        out.flush();
        return 0;
    }

    private void report(PrintWriter out, List<Evaluation.Prediction> predictions) {
        out.println("worst labels:                              rows precision recall    F1 taken for");
        Confusion.labels(predictions).stream()
                .limit(PAIRS_SHOWN)
                .forEach(label -> out.println(String.format(
                        Locale.ROOT,
                        "  %-40s %4d %9.3f %6.3f %5.3f %s",
                        labelled(label.label()),
                        label.rows(),
                        label.precision(),
                        label.recall(),
                        label.f1(),
                        label.takenFor())));
        out.println("worst pairs:");
        Confusion.worstPairs(predictions, PAIRS_SHOWN).forEach(pair -> out.println("  " + pair));
    }

    private static void table(PrintWriter out, List<LearningCurve.Point> points) {
        if (!points.isEmpty()) {
            out.println("learning curve: share   rows accuracy oosRecall macroF1   ece");
        }
        for (LearningCurve.Point point : points) {
            Evaluation score = point.score();
            out.println(String.format(
                    Locale.ROOT,
                    "                %4d %% %6d %8.4f %9.4f %7.4f %5.3f",
                    point.share(),
                    point.rows(),
                    score.accuracy(),
                    score.oosRecall(),
                    score.macroF1(),
                    score.ece()));
        }
    }

    private static Map<String, Object> figures(LearningCurve.Point point) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("share", point.share());
        figures.put("rows", point.rows());
        figures.put("accuracy", point.score().accuracy());
        figures.put("oosRecall", point.score().oosRecall());
        figures.put("macroF1", point.score().macroF1());
        figures.put("ece", point.score().ece());
        return figures;
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
