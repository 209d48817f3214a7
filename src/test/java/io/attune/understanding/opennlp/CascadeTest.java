package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.llm.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeTest {
    private static final List<Row> ROWS = List.of(
            new Row("slow", "my internet is slow", ""),
            new Row("slow", "everything loads at a crawl", ""),
            new Row("slow", "downloads take for ever", ""),
            new Row("bill", "explain my bill please", ""),
            new Row("bill", "why was I charged more this month", ""),
            new Row("bill", "the invoice went up again", ""),
            new Row("oos", "tell me a joke", ""),
            new Row("oos", "who won the match", ""),
            new Row("oos", "will it rain tomorrow", ""));

    @TempDir
    private Path folder;

    @Test
    void meanings_help_where_no_word_is_known() throws IOException {
        Embedder embedder = Embedder.open();
        Cascade.train(ROWS, ROWS, embedder).write(folder, "m");
        IntentClassifier both = Cascade.read(ModelBytes.read(folder), "m", embedder);
        assertThat(both.rank("webpages open sluggishly").getFirst().intent()).isEqualTo("slow");
        assertThat(both.rank("an unexpected fee on the statement").getFirst().intent())
                .isEqualTo("bill");
        IntentClassifier wordsAlone = Cascade.read(ModelBytes.read(folder), "m", null);
        assertThat(wordsAlone.isEnough(wordsAlone.rank("anything"))).isTrue();
    }

    @Test
    void an_embedding_has_length_one_and_is_the_same_each_time() {
        Embedder embedder = Embedder.open();
        float[] first = embedder.embed("my internet is slow");
        double square = 0;
        for (float coordinate : first) {
            square += coordinate * coordinate;
        }
        assertThat(first).hasSize(Embedder.DIMENSIONS);
        assertThat(square).isCloseTo(1, within(1e-4));
        assertThat(embedder.embed("my internet is slow")).containsExactly(first);
        assertThat(embedder.embed("")).hasSize(Embedder.DIMENSIONS);
    }

    @Test
    void neighbours_are_read_back_as_written_and_vote_for_what_lies_nearest() throws IOException {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[] point = new float[16];
            for (int d = 0; d < point.length; d++) {
                point[d] = (float) (random.nextGaussian() * 0.05);
            }
            point[i % 2] += 0.4f;
            samples.add(new Sample(i % 2 == 0 ? "a" : "b", java.util.Map.of(), point));
        }
        Neighbourhood neighbourhood = Neighbourhood.of(List.of("a", "b"), samples, 16);
        Path file = folder.resolve("n.gz");
        neighbourhood.write(file);
        Neighbourhood read = Neighbourhood.read(java.nio.file.Files.readAllBytes(file), 2);
        float[] query = new float[16];
        query[1] = 0.4f;
        int[] candidates = {0, 1};
        assertThat(read.vote(query, candidates)).containsExactly(neighbourhood.vote(query, candidates));
        assertThat(read.vote(query, candidates)[1]).isGreaterThan(0.9);
        assertThat(read.closeness(query)[1]).isGreaterThan(read.closeness(query)[0]);
    }

    @Test
    void the_gate_learns_what_lies_outside() {
        Random random = new Random(9);
        List<double[]> features = new ArrayList<>();
        List<Boolean> outside = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean out = i % 4 == 0;
            double[] row = new double[Signals.NAMES.size()];
            row[0] = random.nextGaussian() + (out ? -3 : 0);
            row[1] = random.nextGaussian();
            features.add(row);
            outside.add(out);
        }
        Gate gate = Gate.fit(features, outside, 1);
        double[] far = new double[Signals.NAMES.size()];
        far[0] = -4;
        assertThat(gate.outside(far)).isGreaterThan(0.9);
        assertThat(gate.outside(new double[far.length])).isLessThan(0.1);
        assertThat(Gate.open().outside(far)).isLessThan(1e-6);
    }
}
