package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models are exchanged while they serve, and whatever is wrong with new ones leaves the old ones serving. */
class LiveModelsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path models;

    private LiveModels live;

    @BeforeEach
    void begin() throws IOException {
        SmallModels.write(models, "slow");
        live = new LiveModels(models, null, NOW);
    }

    private String heard() {
        return live.understand("my internet is slow", Language.EN).intent();
    }

    private ModelsRefused refusal() {
        ModelsRefused refused = catchThrowableOfType(ModelsRefused.class, () -> live.reload(NOW.plusSeconds(9)));
        assertThat(refused).isNotNull();
        assertThat(heard()).as("the old ones go on").isEqualTo("slow");
        assertThat(live.state().refused())
                .hasValueSatisfying(noted -> assertThat(noted.faults()).isEqualTo(refused.faults()));
        return refused;
    }

    @Test
    void takes_new_ones_into_use() throws IOException {
        String before = live.state().models().version();
        SmallModels.write(models, "sluggish");
        assertThat(heard()).isEqualTo("slow");
        live.reload(NOW.plusSeconds(5));
        assertThat(heard()).isEqualTo("sluggish");
        assertThat(live.state().models().version()).isNotEqualTo(before);
        assertThat(live.state().since()).isEqualTo(NOW.plusSeconds(5));
        assertThat(live.state().models().intents()).containsExactly("human_request", "oos", "sluggish");
    }

    @Test
    void the_same_files_are_the_same_version() throws IOException {
        LiveModels.State before = live.state();
        assertThat(live.reload(NOW.plusSeconds(5)).models().version())
                .isEqualTo(before.models().version());
        assertThat(live.state().since()).isEqualTo(NOW);
    }

    @Test
    void waits_until_the_files_have_settled() throws IOException {
        assertThat(live.reloadIfChanged(NOW)).isEmpty();
        SmallModels.write(models, "sluggish");
        assertThat(live.reloadIfChanged(NOW)).as("still being copied, perhaps").isEmpty();
        assertThat(live.reloadIfChanged(NOW)).isPresent();
        assertThat(heard()).isEqualTo("sluggish");
        assertThat(live.reloadIfChanged(NOW)).as("once is enough").isEmpty();
    }

    @Test
    void a_refused_change_is_not_tried_again_until_there_is_another() throws IOException {
        Files.writeString(models.resolve("trained/es.calibration"), "temperature=1\n");
        assertThat(live.reloadIfChanged(NOW)).isEmpty();
        assertThatThrownBy(() -> live.reloadIfChanged(NOW)).isInstanceOf(ModelsRefused.class);
        assertThat(live.reloadIfChanged(NOW)).isEmpty();
        SmallModels.write(models, "sluggish");
        live.reloadIfChanged(NOW);
        assertThat(live.reloadIfChanged(NOW)).isPresent();
        assertThat(live.state().refused()).as("it is over").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trained/en.bin.gz", "trained/de.calibration", "trained/language.bin.gz"})
    void a_truncated_file_is_refused_by_name(String name) throws IOException {
        Path file = models.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refusal())
                .hasMessageContaining(name)
                .hasMessageContaining("hash")
                .hasMessageContaining("./attune train");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trained/fr.bin.gz", "trained/fr.calibration", "manifest.json", "lexicon/cues-en.tsv"})
    void a_missing_file_is_refused_by_name(String name) throws IOException {
        Files.delete(models.resolve(name));
        assertThat(refusal()).hasMessageContaining(name.substring(name.indexOf('/') + 1));
    }

    @Test
    void every_damaged_file_is_named_at_once() throws IOException {
        Files.writeString(models.resolve("trained/en.calibration"), "x");
        Files.delete(models.resolve("trained/de.bin.gz"));
        Files.writeString(models.resolve("trained/stray.txt"), "x");
        assertThat(refusal().faults())
                .extracting(ModelsRefused.Fault::file)
                .containsExactlyInAnyOrder("trained/en.calibration", "trained/de.bin.gz", "trained/stray.txt");
    }

    @Test
    void another_version_is_refused() throws IOException {
        Path manifest = models.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
        assertThat(refusal()).hasMessageContaining("format 2").hasMessageContaining("reads 1");
        Files.writeString(manifest, "[1,");
        assertThat(refusal()).hasMessageContaining("is no manifest");
    }

    @Test
    void a_file_with_the_right_hash_and_the_wrong_inside_is_refused() throws IOException {
        Path calibration = models.resolve("trained/en.calibration");
        String before = Files.readString(calibration);
        for (String wrong : new String[] {
            before.replace("temperature=", "temperature=-"),
            before + "gate.moon=1\n",
            before.replaceAll("threshold=.*", "threshold=NaN"),
            before.replaceAll("mix=.*", "mix=lots")
        }) {
            Files.writeString(calibration, wrong);
            rehash("trained/en.calibration");
            assertThat(refusal()).hasMessageContaining("trained/en.calibration");
        }
    }

    @Test
    void models_that_cannot_hear_a_person_asked_for_are_refused() throws IOException {
        Path rows = models.resolve("training/en.tsv");
        String kept = Files.readString(rows)
                .lines()
                .filter(line -> !line.startsWith(HumanRequest.INTENT))
                .collect(java.util.stream.Collectors.joining("\n"));
        Files.writeString(rows, kept);
        new ModelTraining(models, line -> {}, null).run(null);
        assertThat(refusal()).hasMessageContaining("en.bin.gz").hasMessageContaining("human_request");
    }

    @Test
    void models_that_answer_a_sentence_of_must_hold_wrongly_are_refused() throws IOException {
        Files.writeString(
                models.resolve("must-hold.tsv"),
                "# ours\nen\tslow\tmy internet is slow\nen\tbill\tmy internet is slow\n");
        assertThat(refusal()).hasMessageContaining("must-hold.tsv:3").hasMessageContaining("not for bill");
        Files.writeString(models.resolve("must-hold.tsv"), "nonsense\n");
        assertThat(refusal()).hasMessageContaining("must-hold.tsv:1");
        Files.writeString(models.resolve("must-hold.tsv"), "en\tslow\tmy internet is slow\n");
        live.reload(NOW);
    }

    @Test
    void nothing_to_begin_with_stops_the_start() {
        assertThatThrownBy(() -> new LiveModels(models.resolve("nowhere"), null, NOW))
                .isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void every_message_is_understood_by_the_old_or_the_new_while_they_are_exchanged() throws Exception {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var asking = java.util.stream.IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(() -> {
                        while (!over.get()) {
                            heard.add(heard());
                        }
                    }))
                    .toList();
            try {
                for (int i = 0; i < 4; i++) {
                    SmallModels.write(models, i % 2 == 0 ? "sluggish" : "slow");
                    live.reload(NOW);
                }
            } finally {
                over.set(true);
            }
            for (var one : asking) {
                one.get();
            }
        }
        assertThat(heard).containsExactlyInAnyOrder("slow", "sluggish");
    }

    private void rehash(String name) throws IOException {
        Path manifest = models.resolve("manifest.json");
        String hash = ModelBytes.sha256(Files.readAllBytes(models.resolve(name)));
        Files.writeString(
                manifest, Files.readString(manifest).replaceAll("(\"" + name + "\" : \")[0-9a-f]*", "$1" + hash));
    }
}
