package io.attune.understanding.opennlp;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code models/manifest.json} says of the trained models: of which data they are, their hashes, how they scored.
 *
 * @param format of the models' files; one that was written before there were others has none
 * @param date of the training, where one was given
 * @param data SHA-256 of each file of training and held-out data, by its path below the folder of the models
 * @param models SHA-256 of each trained file
 * @param heldout scores by language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        @Nullable Integer format,
        @Nullable String date,
        @Nullable Map<String, String> data,
        @Nullable Map<String, String> models,
        @Nullable Map<String, Map<String, Number>> heldout) {
    static final String FILE = "manifest.json";
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Of the files in {@code trained}, which need not be below {@code models} yet. */
    static Manifest of(Path models, Path trained, @Nullable String date, Map<Language, Evaluation> scores)
            throws IOException {
        Map<String, String> data = new LinkedHashMap<>();
        for (Path source : ModelTraining.sources(models)) {
            data.put(models.relativize(source).toString(), ModelBytes.sha256(Files.readAllBytes(source)));
        }
        Map<String, String> files = new LinkedHashMap<>();
        ModelBytes.read(trained)
                .files()
                .forEach(
                        (name, bytes) -> files.put(OpenNlpUnderstander.TRAINED + "/" + name, ModelBytes.sha256(bytes)));
        Map<String, Map<String, Number>> heldout = new LinkedHashMap<>();
        scores.forEach((language, score) -> heldout.put(language.code(), figures(score)));
        return new Manifest(FORMAT, date, data, files, heldout);
    }

    private static Map<String, Number> figures(Evaluation score) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("accuracy", rounded(score.accuracy()));
        figures.put("oosRecall", rounded(score.oosRecall()));
        figures.put("oosPrecision", rounded(score.oosPrecision()));
        figures.put("macroF1", rounded(score.macroF1()));
        figures.put("ece", rounded(score.ece()));
        figures.put("n", score.n());
        return figures;
    }

    private static double rounded(double share) {
        return Math.rint(share * 10_000) / 10_000;
    }

    /** All of it or, when the machine stops, the old one. */
    void write(Path models) throws IOException {
        Path fresh = models.resolve(FILE + ".new");
        Files.writeString(fresh, JSON.writeValueAsString(this) + "\n");
        Files.move(fresh, models.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws ModelsRefused when it is missing, cannot be read or is of another version */
    static Manifest read(Path models) throws ModelsRefused {
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(models.resolve(FILE)), Manifest.class);
        } catch (JsonProcessingException damaged) {
            throw new ModelsRefused(FILE, "is no manifest: " + damaged.getOriginalMessage(), ModelsRefused.TRAIN);
        } catch (IOException missing) {
            throw new ModelsRefused(FILE, "is missing or cannot be read", ModelsRefused.TRAIN);
        }
        if (manifest == null || manifest.models == null || manifest.models.isEmpty()) {
            throw new ModelsRefused(FILE, "names no models", ModelsRefused.TRAIN);
        }
        if (manifest.format != null && manifest.format != FORMAT) {
            throw new ModelsRefused(
                    FILE,
                    "is of format " + manifest.format + "; this server reads " + FORMAT,
                    "train with the `./attune` of this server");
        }
        return manifest;
    }

    /** The hashes of the trained files. */
    Map<String, String> hashes() {
        return models == null ? Map.of() : models;
    }
}
