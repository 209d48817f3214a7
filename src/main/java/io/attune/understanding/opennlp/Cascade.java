package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains the stages of a classifier and settles between them: the cheap one answers alone from the confidence on where that
 * costs at most two right answers in a thousand, counted on rows that neither was trained on.
 *
 * @param meanings the stage with embeddings; missing without them
 */
record Cascade(IntentTraining.Trained words, IntentTraining.@Nullable Trained meanings) {
    private static final double MAY_COST = 0.002;
    private static final String MEANINGS = "-meanings";

    /** @param tune rows to calibrate on; when empty, cross-validation takes their place */
    static Cascade train(List<Row> rows, List<Row> tune, @Nullable Embedder embedder) {
        return train(rows, tune, embedder, line -> {});
    }

    /** @param progress gets a line for each step */
    static Cascade train(List<Row> rows, List<Row> tune, @Nullable Embedder embedder, Consumer<String> progress) {
        IntentTraining.Fitted words =
                new IntentTraining(ModelTraining.INTENTS, line -> progress.accept("words: " + line)).train(rows, tune);
        if (embedder == null) {
            return new Cascade(words.trained(), null);
        }
        IntentTraining.Fitted meanings = new IntentTraining(
                        ModelTraining.MEANINGS, line -> progress.accept("meanings: " + line))
                .train(rows, tune, embedder);
        return new Cascade(words.trained().withSure(sure(words, meanings)), meanings.trained());
    }

    private static double sure(IntentTraining.Fitted words, IntentTraining.Fitted meanings) {
        record Both(double confidence, int lost) {}
        List<Both> rows = new ArrayList<>();
        Stage cheap = words.trained().stage();
        Stage dear = meanings.trained().stage();
        for (int i = 0; i < words.unseen().size(); i++) {
            RankedIntent cheapAnswer = cheap.rank(words.unseen().get(i).seen()).getFirst();
            RankedIntent dearAnswer = dear.rank(meanings.unseen().get(i).seen()).getFirst();
            boolean cheapRight = isRight(words, i, cheapAnswer);
            boolean dearRight = isRight(meanings, i, dearAnswer);
            rows.add(new Both(cheapAnswer.confidence(), (dearRight ? 1 : 0) - (cheapRight ? 1 : 0)));
        }
        rows.sort((a, b) -> Double.compare(b.confidence, a.confidence));
        double sure = 2;
        int lost = 0;
        for (Both row : rows) {
            lost += row.lost;
            sure = lost <= MAY_COST * rows.size() ? row.confidence : sure;
        }
        return sure;
    }

    private static boolean isRight(IntentTraining.Fitted fitted, int row, RankedIntent answer) {
        int gold = fitted.unseen().get(row).gold();
        int told = fitted.trained().model().getIndex(answer.intent());
        return fitted.unseen().get(row).isOutside() ? told < 0 || told == gold : told == gold;
    }

    void write(Path folder, String name) throws IOException {
        ModelFile.write(words, folder, name);
        IntentTraining.Trained dear = meanings;
        if (dear != null) {
            ModelFile.write(dear, folder, name + MEANINGS);
        }
    }

    /** Reads the stage with embeddings only where there is an embedder to feed it and a file to read. */
    static IntentClassifier read(ModelBytes files, String name, @Nullable Embedder embedder) throws IOException {
        Stage words = ModelFile.read(files, name);
        boolean both = embedder != null && files.has(name + MEANINGS + ModelFile.BIN);
        return new IntentClassifier(
                words, both ? ModelFile.read(files, name + MEANINGS) : null, both ? embedder : null);
    }
}
