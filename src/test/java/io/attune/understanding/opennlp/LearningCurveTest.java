package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.understanding.Understanding.RankedIntent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    private static List<Row> rows(int each) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            rows.add(new Row("slow", "my internet is slow number " + "abcdefghijkl".substring(i % 12), "f:" + i));
            rows.add(new Row("bill", "explain the bill please " + "mnopqrstuvwx".substring(i % 12), "f:" + i));
        }
        rows.add(new Row("rare", "something else entirely", "f:r"));
        return rows;
    }

    @Test
    void a_share_is_taken_of_every_label_and_one_row_at_least() {
        List<Row> some = LearningCurve.stratified(rows(20), 10, 7);
        assertThat(some).extracting(Row::label).containsOnlyOnce("rare").hasSize(5);
        assertThat(some.stream().filter(row -> row.label().equals("slow"))).hasSize(2);
    }

    @Test
    void the_same_seed_takes_the_same_rows_and_a_smaller_share_is_part_of_a_greater() {
        List<Row> rows = rows(20);
        assertThat(LearningCurve.stratified(rows, 40, 7)).isEqualTo(LearningCurve.stratified(rows, 40, 7));
        assertThat(LearningCurve.stratified(rows, 40, 7)).isNotEqualTo(LearningCurve.stratified(rows, 40, 8));
        assertThat(LearningCurve.stratified(rows, 70, 7)).containsAll(LearningCurve.stratified(rows, 20, 7));
        assertThat(LearningCurve.stratified(rows, 100, 7)).isEqualTo(rows);
    }

    @Test
    void every_share_is_trained_and_scored() throws IOException {
        List<String> progress = new ArrayList<>();
        List<LearningCurve.Point> points = LearningCurve.of(rows(20), rows(3), rows(3), "oos", 1, null, progress::add);
        assertThat(points).extracting(LearningCurve.Point::share).containsExactly(10, 20, 40, 70, 100);
        assertThat(points.getLast().rows()).isEqualTo(41);
        assertThat(points.getLast().score().accuracy()).isGreaterThan(0.8);
        assertThat(progress).anyMatch(line -> line.startsWith("10 %")).anyMatch(line -> line.contains("calibrating"));
    }

    @Test
    void confusions_are_told_by_label_and_by_pair_with_examples() {
        List<Evaluation.Prediction> predictions = new ArrayList<>();
        for (String text : List.of("one", "two", "three", "four")) {
            predictions.add(new Evaluation.Prediction(new Row("slow", text, ""), new RankedIntent("down", .5), 0));
        }
        predictions.add(new Evaluation.Prediction(new Row("slow", "five", ""), new RankedIntent("slow", .5), 0));
        predictions.add(new Evaluation.Prediction(new Row("down", "six", ""), new RankedIntent("down", .5), 0));
        assertThat(Confusion.worstPairs(predictions, 5)).containsExactly("slow -> down (4): one | two | three");
        Confusion.Label worst = Confusion.labels(predictions).getFirst();
        assertThat(worst.label()).isEqualTo("slow");
        assertThat(worst.recall()).isEqualTo(0.2);
        assertThat(worst.precision()).isEqualTo(1);
        assertThat(worst.takenFor()).isEqualTo("down 4");
    }
}
