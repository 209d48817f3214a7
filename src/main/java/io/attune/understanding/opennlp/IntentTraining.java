package io.attune.understanding.opennlp;

import io.attune.understanding.Understanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.model.AbstractModel;

/** Trains a classifier and fits its calibration on rows that it was not trained on. */
final class IntentTraining {
    /** @param model what OpenNLP trained, rounded for its file */
    record Trained(AbstractModel model, Calibration calibration) {
        IntentClassifier classifier() {
            return new IntentClassifier(new IntentModel(model), calibration);
        }
    }

    private static final int MANY = 8000;

    private final ModelShape shape;

    IntentTraining(ModelShape shape) {
        this.shape = shape;
    }

    /** Calibrated on {@code tune}. */
    Trained train(List<Row> rows, List<Row> tune) {
        AbstractModel model = model(samples(rows));
        return new Trained(model, Calibration.fit(unseen(new IntentModel(model), tune), outside(model)));
    }

    /**
     * Calibrated by cross-validation in five folds: each row is scored by a model that was trained on the others. Of many
     * rows, a tenth is enough to calibrate on.
     */
    Trained train(List<Row> rows) {
        AbstractModel model = model(samples(rows));
        List<String> outcomes = Arrays.asList(new IntentModel(model).outcomes());
        List<Calibration.Unseen> unseen = new ArrayList<>();
        boolean many = rows.size() > MANY;
        int folds = many ? 10 : 5;
        for (int fold = 0; fold < (many ? 1 : folds); fold++) {
            List<Row> kept = new ArrayList<>();
            List<Row> left = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                (i % folds == fold ? left : kept).add(rows.get(i));
            }
            IntentModel part = new IntentModel(model(samples(kept)));
            if (Arrays.asList(part.outcomes()).equals(outcomes)) {
                unseen.addAll(unseen(part, left));
            } else {
                unseen.addAll(reordered(part, left, outcomes));
            }
        }
        return new Trained(model, Calibration.fit(unseen, outcomes.indexOf(Understanding.OUT_OF_SCOPE)));
    }

    private AbstractModel model(List<Sample> samples) {
        return ModelFile.rounded(new MaxentTraining(shape).train(samples));
    }

    private static List<Sample> samples(List<Row> rows) {
        return rows.stream()
                .map(row -> Sample.of(row.label(), row.text(), null))
                .toList();
    }

    private static int outside(AbstractModel model) {
        return model.getIndex(Understanding.OUT_OF_SCOPE);
    }

    private static List<Calibration.Unseen> unseen(IntentModel model, List<Row> rows) {
        List<String> outcomes = Arrays.asList(model.outcomes());
        return rows.stream()
                .map(row -> new Calibration.Unseen(
                        model.score(row.text(), null),
                        null,
                        outcomes.indexOf(row.label()),
                        row.label().equals(Understanding.OUT_OF_SCOPE)))
                .toList();
    }

    /** The scores of a model whose outcomes stand in another order; an outcome that it lacks is very unlikely. */
    private static List<Calibration.Unseen> reordered(IntentModel model, List<Row> rows, List<String> outcomes) {
        List<String> own = Arrays.asList(model.outcomes());
        return unseen(model, rows).stream()
                .map(row -> {
                    float[] logits = new float[outcomes.size()];
                    for (int k = 0; k < logits.length; k++) {
                        int at = own.indexOf(outcomes.get(k));
                        logits[k] = at < 0 ? -30 : row.scores().logits()[at];
                    }
                    int gold = row.gold() < 0 ? -1 : outcomes.indexOf(own.get(row.gold()));
                    return new Calibration.Unseen(
                            new IntentModel.Scores(
                                    logits, row.scores().known(), row.scores().words()),
                            row.neighbours(),
                            gold,
                            row.isOutside());
                })
                .toList();
    }
}
