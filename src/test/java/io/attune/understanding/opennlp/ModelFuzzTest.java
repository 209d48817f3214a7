package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes of a model file are, reading it ends with a model that answers or with a refusal that names the file. */
class ModelFuzzTest {
    @TempDir
    private static Path folder;

    private static Map<String, byte[]> whole;

    @BeforeAll
    static void train() throws IOException {
        List<Row> rows = List.of(
                new Row("slow", "my internet is slow", ""),
                new Row("slow", "it is so slow", ""),
                new Row("bill", "explain my bill please", ""),
                new Row("bill", "the bill is too high", ""),
                new Row("oos", "tell me a joke", ""),
                new Row("oos", "who won the match", ""));
        ModelFile.write(
                new IntentTraining(ModelTraining.INTENTS).train(rows, List.of()).trained(), folder, "m");
        whole = ModelBytes.read(folder).files();
    }

    private static boolean isRead(String name, byte[] bytes) {
        Map<String, byte[]> files = new HashMap<>(whole);
        files.put(name, bytes);
        try {
            Stage stage = ModelFile.read(new ModelBytes(folder, files), "m");
            assertThat(stage.rank("my bill is slow", null)).isNotEmpty();
            return true;
        } catch (IOException refused) {
            assertThat(refused).isInstanceOf(ModelsRefused.class).hasMessageContaining(name);
            return false;
        }
    }

    @Test
    void every_truncation_is_refused() throws IOException {
        byte[] bytes = whole.get("m.bin.gz");
        assertThat(isRead("m.bin.gz", bytes)).isTrue();
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 300) {
            assertThat(isRead("m.bin.gz", Arrays.copyOf(bytes, length))).isFalse();
        }
        byte[] plain = unpacked(bytes);
        for (int length = 0; length < plain.length; length += 1 + plain.length / 300) {
            assertThat(isRead("m.bin.gz", packed(Arrays.copyOf(plain, length)))).isFalse();
        }
    }

    @Test
    void flipped_bytes_do_no_harm() throws IOException {
        byte[] plain = unpacked(whole.get("m.bin.gz"));
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = plain.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // The counts stand at the beginning: half of the flips go there.
                int at = random.nextInt(random.nextBoolean() ? 64 : damaged.length);
                damaged[at] = (byte) random.nextInt(256);
            }
            isRead("m.bin.gz", packed(damaged));
        }
    }

    @Test
    void a_flipped_byte_of_the_file_itself_is_refused() throws IOException {
        Random random = new Random(12);
        byte[] bytes = whole.get("m.bin.gz");
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            damaged[10 + random.nextInt(bytes.length - 10)] ^= (byte) (1 << random.nextInt(8));
            // The last bits before the checksum fill a byte up and mean nothing.
            assertThat(isRead("m.bin.gz", damaged) && !Arrays.equals(unpacked(damaged), unpacked(bytes)))
                    .isFalse();
        }
    }

    @Test
    void absurd_counts_are_refused_without_asking_for_memory() throws IOException {
        for (int count : new int[] {Integer.MAX_VALUE, -1, 1 << 30, 0, Integer.MIN_VALUE}) {
            assertThat(isRead("m.bin.gz", packed(out -> {
                        out.writeUTF("QN");
                        out.writeInt(count);
                    })))
                    .isFalse();
            assertThat(isRead("m.bin.gz", packed(out -> {
                        out.writeUTF("QN");
                        out.writeInt(2);
                        out.writeUTF("a");
                        out.writeUTF("b");
                        out.writeInt(1);
                        out.writeUTF(count + " 0 1");
                        out.writeInt(count);
                    })))
                    .isFalse();
        }
    }

    @Test
    void a_bomb_of_zeros_is_refused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        assertThat(isRead("m.bin.gz", packed(out -> {
                    out.writeUTF("QN");
                    out.writeInt(2);
                    out.writeUTF("a");
                    out.writeUTF("b");
                    out.writeInt(1);
                    out.writeUTF("4000000 0 1");
                    out.writeInt(4_000_000);
                    for (int i = 0; i < 64; i++) {
                        out.write(zeros);
                    }
                })))
                .isFalse();
    }

    @Test
    void another_kind_of_model_is_refused() throws IOException {
        for (String kind : new String[] {"GIS", "Perceptron", "NaiveBayes", "", "\u0000"}) {
            assertThat(isRead("m.bin.gz", packed(out -> out.writeUTF(kind)))).isFalse();
        }
        assertThat(isRead("m.bin.gz", "rO0ABXNy".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void calibrations_of_random_bytes_do_no_harm() {
        Random random = new Random(13);
        byte[] bytes = whole.get("m.calibration");
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            isRead("m.calibration", damaged);
        }
    }

    @Test
    void neighbours_with_absurd_counts_are_refused() throws IOException {
        for (int count : new int[] {Integer.MAX_VALUE, -1, 6_000_000, Integer.MIN_VALUE}) {
            byte[] file = packed(out -> {
                out.writeInt(1);
                out.writeInt(384);
                out.writeInt(2);
                out.writeInt(count);
            });
            assertThatThrownBy(() -> Neighbourhood.read(file, 2)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Neighbourhood.read(new byte[0], 2)).isInstanceOf(IOException.class);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] packed(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            writing.to(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        return packed(out -> out.write(plain));
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
