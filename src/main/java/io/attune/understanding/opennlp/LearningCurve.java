package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What more training rows would bring: the same test on models of 10, 20, 40, 70 and 100 % of them. Where the last steps still
 * gain, more rows will; where they do not, the labels are what wants work.
 */
public final class LearningCurve {
    static final List<Integer> SHARES = List.of(10, 20, 40, 70, 100);

    /**
     * @param share of the training rows, per cent
     * @param rows how many these are
     */
    public record Point(int share, int rows, Evaluation score) {}

    private LearningCurve() {}

    /**
     * Takes some two and a half times as long as one training.
     *
     * @param seed chooses the rows; the same gives the same
     * @param progress gets a line for each step
     */
    public static List<Point> of(
            List<Row> train,
            List<Row> tune,
            List<Row> test,
            String outOfScope,
            long seed,
            @Nullable Embedder embedder,
            Consumer<String> progress)
            throws IOException {
        List<Point> points = new ArrayList<>();
        for (int share : SHARES) {
            List<Row> some = stratified(train, share, seed);
            progress.accept("%d %% of the training rows: %d".formatted(share, some.size()));
            points.add(new Point(
                    share,
                    some.size(),
                    Benchmark.run(some, tune, test, outOfScope, seed, embedder, progress)
                            .evaluation()));
        }
        return points;
    }

    /** The share of every label's rows, one at least, in the order of the file. A smaller share is part of a greater one. */
    static List<Row> stratified(List<Row> rows, int share, long seed) {
        Map<String, List<Integer>> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byLabel.computeIfAbsent(rows.get(i).label(), label -> new ArrayList<>())
                    .add(i);
        }
        List<Integer> chosen = new ArrayList<>();
        for (List<Integer> own : byLabel.values()) {
            Collections.shuffle(own, new Random(seed));
            chosen.addAll(own.subList(0, Math.max(1, Math.toIntExact(Math.round(own.size() * share / 100.0)))));
        }
        Collections.sort(chosen);
        return chosen.stream().map(rows::get).toList();
    }
}
