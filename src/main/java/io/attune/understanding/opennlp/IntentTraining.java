package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.understanding.Understanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import opennlp.tools.ml.model.AbstractModel;
import org.jspecify.annotations.Nullable;

/** Trains one stage and fits its calibration on rows that it was not trained on. */
final class IntentTraining {
    /**
     * @param model what OpenNLP trained, rounded for its file
     * @param neighbourhood of the training texts; missing without embeddings
     */
    record Trained(
            AbstractModel model,
            Calibration calibration,
            @Nullable Neighbourhood neighbourhood) {
        Stage stage() {
            return new Stage(new IntentModel(model), calibration, neighbourhood);
        }

        Trained withSure(double confidence) {
            return new Trained(model, calibration.withSure(confidence), neighbourhood);
        }
    }

    /** @param unseen the rows that it was calibrated on, each with its text's gold outcome */
    record Fitted(Trained trained, List<Calibration.Unseen> unseen) {}

    private static final int MANY = 9000;

    private final ModelShape shape;
    private final Consumer<String> progress;

    IntentTraining(ModelShape shape) {
        this(shape, line -> {});
    }

    /** @param progress gets a line for each step */
    IntentTraining(ModelShape shape, Consumer<String> progress) {
        this.shape = shape;
        this.progress = progress;
    }

    /** Words and letters alone, calibrated on {@code tune}, or by cross-validation where that is empty. */
    Fitted train(List<Row> rows, List<Row> tune) {
        return fit(samples(rows, null), samples(tune, null));
    }

    /** With meanings, which are computed on every core. */
    Fitted train(List<Row> rows, List<Row> tune, Embedder embedder) {
        progress.accept("embedding " + (rows.size() + tune.size()) + " texts");
        return fit(samples(rows, embedder), samples(tune, embedder));
    }

    private static List<Sample> samples(List<Row> rows, @Nullable Embedder embedder) {
        return rows.parallelStream()
                .map(row -> Sample.of(row.label(), row.text(), embedder == null ? null : embedder.embed(row.text())))
                .toList();
    }

    private Fitted fit(List<Sample> samples, List<Sample> tune) {
        progress.accept("training on %d rows".formatted(samples.size()));
        Trained trained = bare(samples);
        progress.accept(
                tune.isEmpty() ? "calibrating by cross-validation" : "calibrating on %d rows".formatted(tune.size()));
        List<String> outcomes = Arrays.asList(new IntentModel(trained.model).outcomes());
        List<Calibration.Unseen> unseen =
                tune.isEmpty() ? crossValidated(samples, outcomes) : unseen(trained, tune, outcomes);
        int outside = outcomes.indexOf(Understanding.OUT_OF_SCOPE);
        return new Fitted(new Trained(trained.model, Calibration.fit(unseen, outside), trained.neighbourhood), unseen);
    }

    private Trained bare(List<Sample> samples) {
        AbstractModel model = ModelFile.rounded(new MaxentTraining(shape).train(samples));
        float[] meaning = samples.getFirst().meaning();
        List<String> outcomes = Arrays.asList(new IntentModel(model).outcomes());
        return new Trained(
                model,
                Calibration.none(),
                meaning == null ? null : Neighbourhood.of(outcomes, samples, meaning.length));
    }

    /** Each of five parts is scored by a model trained on the others; of many rows, a tenth is enough. */
    private List<Calibration.Unseen> crossValidated(List<Sample> samples, List<String> outcomes) {
        boolean many = samples.size() > MANY;
        int parts = many ? 10 : 5;
        List<Calibration.Unseen> unseen = new ArrayList<>();
        for (int part = 0; part < (many ? 1 : parts); part++) {
            List<Sample> kept = new ArrayList<>();
            List<Sample> left = new ArrayList<>();
            for (int i = 0; i < samples.size(); i++) {
                (i % parts == part ? left : kept).add(samples.get(i));
            }
            unseen.addAll(unseen(bare(kept), left, outcomes));
        }
        return unseen;
    }

    /** What a model makes of rows, its outcomes put into the given order; one that it lacks is very unlikely. */
    private static List<Calibration.Unseen> unseen(Trained trained, List<Sample> samples, List<String> outcomes) {
        IntentModel model = new IntentModel(trained.model);
        List<String> own = Arrays.asList(model.outcomes());
        int[] places = outcomes.stream().mapToInt(own::indexOf).toArray();
        return samples.stream()
                .map(sample -> {
                    float[] meaning = sample.meaning();
                    IntentModel.Scores scores = model.score(sample.shares(), meaning);
                    Signals.Seen seen = trained.neighbourhood == null || meaning == null
                            ? Signals.Seen.of(scores)
                            : Signals.Seen.of(
                                    scores, trained.neighbourhood, meaning, own.indexOf(Understanding.OUT_OF_SCOPE));
                    return new Calibration.Unseen(
                            seen.reordered(places),
                            outcomes.indexOf(sample.label()),
                            sample.label().equals(Understanding.OUT_OF_SCOPE));
                })
                .toList();
    }
}
