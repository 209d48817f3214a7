package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.model.AbstractModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxentTrainingTest {
    private static final List<Row> ROWS = List.of(
            row("slow", "my internet is slow"),
            row("slow", "the connection is so slow tonight"),
            row("slow", "slow downloads everywhere"),
            row("bill", "explain my bill please"),
            row("bill", "why is the bill so high"),
            row("bill", "bill went up again"),
            row("oos", "tell me a joke"),
            row("oos", "who won the match"),
            row("oos", "what is the weather"));

    @TempDir
    private Path folder;

    private static Row row(String label, String text) {
        return new Row(label, text, "here");
    }

    private static List<Sample> samples() {
        return ROWS.stream()
                .map(row -> Sample.of(row.label(), row.text(), null))
                .toList();
    }

    private static IntentTraining.Trained train() {
        return new IntentTraining(ModelTraining.INTENTS).train(ROWS, List.of()).trained();
    }

    @Test
    void learns_what_it_is_shown() {
        var classifier = train().stage();
        assertThat(classifier.rank("the bill is wrong", null).getFirst().intent())
                .isEqualTo("bill");
        assertThat(classifier.rank("internet slow", null).getFirst().intent()).isEqualTo("slow");
    }

    @Test
    void scores_as_opennlp_itself_does() {
        AbstractModel model = new MaxentTraining(ModelShape.DEFAULT).train(samples());
        IntentModel compact = new IntentModel(model);
        for (String text : List.of("my bill is slow", "Who WON?", "explain the connection, explain", "zzz")) {
            Sample sample = Sample.of("", text, null);
            List<String> context = new ArrayList<>(List.of(MaxentTraining.BIAS));
            List<Float> shares = new ArrayList<>(List.of(1f));
            sample.shares().forEach((feature, share) -> {
                context.add(feature);
                shares.add(share);
            });
            float[] values = new float[shares.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = shares.get(i);
            }
            double[] expected = model.eval(context.toArray(new String[0]), values);
            float[] logits = compact.score(text, null).logits();
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp(logit);
            }
            for (int k = 0; k < logits.length; k++) {
                assertThat(Math.exp(logits[k]) / sum).isCloseTo(expected[k], within(1e-4));
            }
        }
    }

    @Test
    void the_same_rows_give_the_same_bytes() throws IOException {
        for (String name : List.of("a", "b")) {
            ModelFile.write(train(), folder, name);
        }
        assertThat(folder.resolve("a.bin.gz")).hasSameBinaryContentAs(folder.resolve("b.bin.gz"));
        assertThat(folder.resolve("a.calibration")).hasSameBinaryContentAs(folder.resolve("b.calibration"));
    }

    @Test
    void a_model_read_back_answers_as_before() throws IOException {
        var trained = train();
        ModelFile.write(trained, folder, "m");
        var read = ModelFile.read(ModelBytes.read(folder), "m");
        assertThat(read.rank("why is my bill so high", null))
                .isEqualTo(trained.stage().rank("why is my bill so high", null));
    }

    @Test
    void a_damaged_model_is_refused_by_name() throws IOException {
        ModelFile.write(train(), folder, "m");
        Path file = folder.resolve("m.bin.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> ModelFile.read(ModelBytes.read(folder), "m"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("m.bin.gz");
    }

    @Test
    void repeated_and_contradicting_rows_are_named() {
        List<Row> rows =
                List.of(new Row("a", "Hello", "f:1"), new Row("a", "hello ", "f:2"), new Row("b", "héllo", "f:3"));
        assertThat(RowFaults.of(rows)).containsExactly("f:2: stands already in f:1", "f:3: is b here and a in f:1");
    }

    @Test
    void a_line_without_a_label_is_refused_with_its_place() throws IOException {
        Path file = Files.writeString(folder.resolve("x.tsv"), "a\tfine\nno label\n\tempty\n");
        assertThatThrownBy(() -> Rows.read(file))
                .hasMessageContaining("x.tsv:2")
                .hasMessageContaining("x.tsv:3");
    }
}
