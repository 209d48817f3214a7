package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code models/trained/} from {@code models/training/LANGUAGE.tsv}: a model of intents for each language, and one that
 * tells the languages apart. The same files give the same bytes, on any number of cores.
 */
public final class ModelTraining {
    static final ModelShape INTENTS = new ModelShape(4, 3, 8, 0, 3e-5, 60, 2);
    static final ModelShape MEANINGS = new ModelShape(8, 4, 8, 10, 5e-5, 60, 2);
    static final ModelShape LANGUAGES = new ModelShape(6, 0.01, 6, 0, 3e-5, 60, 2);

    private final Path models;
    private final Consumer<String> progress;
    private final @Nullable Embedder embedder;

    /**
     * @param progress gets a line for each step
     * @param embedder adds a stage with meanings to the English model
     */
    public ModelTraining(Path models, Consumer<String> progress, @Nullable Embedder embedder) {
        this.models = models;
        this.progress = progress;
        this.embedder = embedder;
    }

    /**
     * Trains, scores on the held-out files, and then puts all files in their place at once, the manifest last: a
     * server that looks meanwhile sees the old models or the new ones.
     *
     * @param date for the manifest; null for none
     */
    public Manifest run(@Nullable String date) throws IOException {
        Path fresh = models.resolve(OpenNlpUnderstander.TRAINED + ".new");
        remove(fresh);
        Manifest manifest = Manifest.of(models, fresh, date, train(fresh));
        Path trained = models.resolve(OpenNlpUnderstander.TRAINED);
        Path old = models.resolve(OpenNlpUnderstander.TRAINED + ".old");
        remove(old);
        if (Files.exists(trained)) {
            Files.move(trained, old);
        }
        Files.move(fresh, trained);
        manifest.write(models);
        remove(old);
        return manifest;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Map<Language, Evaluation> train(Path trained) throws IOException {
        Map<Language, Evaluation> scores = new EnumMap<>(Language.class);
        List<Sample> languageSamples = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Row> rows = Rows.read(models.resolve("training").resolve(language.code() + ".tsv"));
            RowFaults.of(rows).forEach(progress);
            progress.accept("%s: %d utterances".formatted(language.code(), rows.size()));
            rows.forEach(row -> languageSamples.add(Sample.of(language.code(), row.text(), null)));
            Embedder meanings = language == Language.EN ? embedder : null;
            Cascade.train(rows, List.of(), meanings, line -> progress.accept(language.code() + ": " + line))
                    .write(trained, language.code());
            IntentClassifier classifier = Cascade.read(ModelBytes.read(trained), language.code(), meanings);
            Evaluation score = evaluate(classifier, Rows.readAll(heldOut(language)));
            scores.put(language, score);
            progress.accept(
                    "%s: held-out accuracy %.3f, out-of-scope recall %.3f, macro-F1 %.3f, calibration error %.3f"
                            .formatted(
                                    language.code(),
                                    score.accuracy(),
                                    score.oosRecall(),
                                    score.macroF1(),
                                    score.ece()));
        }
        languageSamples.addAll(sharedWords(languageSamples));
        var languageModel = ModelFile.rounded(new MaxentTraining(LANGUAGES).train(languageSamples));
        ModelFile.write(
                new IntentTraining.Trained(languageModel, Calibration.none(), null),
                trained,
                OpenNlpUnderstander.LANGUAGE_MODEL);
        return scores;
    }

    /** Words that three languages use, such as "wifi", tell none of them: they are shown as belonging to all. */
    private static List<Sample> sharedWords(List<Sample> samples) {
        Map<String, Set<String>> languages = new TreeMap<>();
        for (Sample sample : samples) {
            for (String feature : sample.shares().keySet()) {
                if (feature.charAt(0) == TextFeatures.WORD) {
                    languages
                            .computeIfAbsent(feature.substring(1), word -> new HashSet<>())
                            .add(sample.label());
                }
            }
        }
        List<Sample> shared = new ArrayList<>();
        languages.forEach((word, users) -> {
            for (Language language : Language.values()) {
                if (users.size() >= 3) {
                    shared.add(Sample.of(language.code(), word, null));
                }
            }
        });
        return shared;
    }

    /** {@code heldout/LANGUAGE.tsv} and, where there is a second set, {@code heldout/LANGUAGE-2.tsv}. */
    private List<Path> heldOut(Language language) {
        return Stream.of("", "-2")
                .map(suffix -> models.resolve("heldout").resolve(language.code() + suffix + ".tsv"))
                .filter(Files::exists)
                .toList();
    }

    private static Evaluation evaluate(IntentClassifier classifier, List<Row> rows) {
        return Evaluation.of(rows.stream()
                .map(row -> new Evaluation.Prediction(
                        row, classifier.rank(row.text()).getFirst(), 0))
                .toList());
    }

    /** The files that the models are made of, in the order of their names. */
    public static List<Path> sources(Path models) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("training", "heldout")) {
            try (var files = Files.list(models.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".tsv")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }
}
