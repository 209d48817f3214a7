package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.message.Language;
import io.attune.understanding.Gazetteer;
import io.attune.understanding.cue.CueBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that understanding needs, read and checked: the files against the manifest's hashes, what is in them against
 * what the engine expects, their answers against {@code must-hold.tsv}.
 *
 * @param version of these very files: the same files have the same, others another
 * @param intents that can be told, in the order of their names
 * @param labels that a text may be given for the next training: the intents, and those that {@code intents.tsv} names
 * @param withMeanings languages with a stage of meanings that is in use
 * @param files bytes of each trained file
 */
public record TrainedModels(
        OpenNlpUnderstander understander,
        String version,
        Manifest manifest,
        Set<String> intents,
        Set<String> labels,
        List<Language> withMeanings,
        Map<String, Integer> files) {
    private static final String LEXICON = "lexicon";
    private static final String INTENTS = "intents.tsv";
    private static final int VERSION_DIGITS = 12;

    /**
     * @param models the folder with {@code manifest.json}, {@code trained/} and {@code lexicon/}
     * @param embedder adds the stage with meanings where a language has one
     * @throws ModelsRefused with every fault that was found, each with its file
     */
    public static TrainedModels read(Path models, @Nullable Embedder embedder) throws ModelsRefused {
        Manifest manifest = Manifest.read(models);
        ModelBytes bytes = bytes(models);
        refuse(against(manifest, bytes));
        Map<Language, IntentClassifier> classifiers = new EnumMap<>(Language.class);
        List<ModelsRefused.Fault> faults = new ArrayList<>();
        for (Language language : Language.values()) {
            try {
                IntentClassifier classifier = Cascade.read(bytes, language.code(), embedder);
                classifiers.put(language, classifier);
                faults.addAll(ModelSense.faults(language, classifier));
            } catch (IOException refused) {
                faults.addAll(faultsOf(refused, language.code()));
            }
        }
        OpenNlpUnderstander understander = understander(models, bytes, classifiers, faults);
        refuse(faults);
        try {
            refuse(MustHold.faults(models, understander));
        } catch (ModelsRefused refused) {
            throw refused;
        } catch (IOException unreadable) {
            throw new ModelsRefused(MustHold.FILE, "cannot be read", "it must be UTF-8 text");
        }
        Set<String> intents = new TreeSet<>();
        classifiers.values().forEach(classifier -> intents.addAll(classifier.intents()));
        Map<String, Integer> sizes = new TreeMap<>();
        bytes.files().forEach((name, file) -> sizes.put(path(name), file.length));
        return new TrainedModels(
                understander,
                version(models, manifest),
                manifest,
                intents,
                labels(models, intents),
                classifiers.entrySet().stream()
                        .filter(one -> one.getValue().hasMeanings())
                        .map(Map.Entry::getKey)
                        .toList(),
                sizes);
    }

    private static OpenNlpUnderstander understander(
            Path models,
            ModelBytes bytes,
            Map<Language, IntentClassifier> classifiers,
            List<ModelsRefused.Fault> faults)
            throws ModelsRefused {
        try {
            IntentModel languages =
                    ModelFile.read(bytes, OpenNlpUnderstander.LANGUAGE_MODEL).model();
            faults.addAll(ModelSense.faults(languages));
            refuse(faults);
            return new OpenNlpUnderstander(
                    new LanguageModel(languages),
                    classifiers,
                    CueBook.load(models.resolve(LEXICON)),
                    Gazetteer.load(models));
        } catch (ModelsRefused refused) {
            faults.removeAll(refused.faults());
            faults.addAll(refused.faults());
            throw new ModelsRefused(faults);
        } catch (IOException refused) {
            throw new ModelsRefused(
                    LEXICON + " or " + Gazetteer.FOLDER,
                    String.valueOf(refused.getMessage()),
                    "mend the lines, or put the file back");
        }
    }

    private static ModelBytes bytes(Path models) throws ModelsRefused {
        try {
            return ModelBytes.read(models.resolve(OpenNlpUnderstander.TRAINED));
        } catch (IOException unreadable) {
            throw new ModelsRefused(
                    OpenNlpUnderstander.TRAINED, "cannot be read: " + unreadable.getMessage(), ModelsRefused.TRAIN);
        }
    }

    private static List<ModelsRefused.Fault> against(Manifest manifest, ModelBytes bytes) {
        List<ModelsRefused.Fault> faults = new ArrayList<>();
        manifest.hashes().forEach((path, hash) -> {
            byte[] file = bytes.files().get(path.substring(path.indexOf('/') + 1));
            if (file == null) {
                faults.add(new ModelsRefused.Fault(path, "is missing", ModelsRefused.TRAIN));
            } else if (!ModelBytes.sha256(file).equals(hash)) {
                faults.add(new ModelsRefused.Fault(
                        path, "is damaged or was changed: its hash is not the manifest's", ModelsRefused.TRAIN));
            }
        });
        bytes.files().keySet().stream()
                .map(TrainedModels::path)
                .filter(path -> !manifest.hashes().containsKey(path))
                .forEach(path -> faults.add(new ModelsRefused.Fault(
                        path, "does not stand in " + Manifest.FILE, "remove it, or " + ModelsRefused.TRAIN)));
        return faults;
    }

    private static String path(String name) {
        return OpenNlpUnderstander.TRAINED + "/" + name;
    }

    private static List<ModelsRefused.Fault> faultsOf(IOException refused, String file) {
        return refused instanceof ModelsRefused named
                ? named.faults()
                : List.of(new ModelsRefused.Fault(file, String.valueOf(refused.getMessage()), ModelsRefused.TRAIN));
    }

    private static void refuse(List<ModelsRefused.Fault> faults) throws ModelsRefused {
        if (!faults.isEmpty()) {
            throw new ModelsRefused(List.copyOf(faults));
        }
    }

    private static String version(Path models, Manifest manifest) throws ModelsRefused {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(manifest.hashes())
                .forEach((path, hash) ->
                        all.append(path).append(' ').append(hash).append('\n'));
        try {
            for (Language language : Language.values()) {
                Path cues = models.resolve(LEXICON).resolve("cues-" + language.code() + ".tsv");
                all.append(ModelBytes.sha256(Files.readAllBytes(cues))).append('\n');
            }
            Path gazetteer = models.resolve(Gazetteer.FOLDER);
            if (Files.exists(gazetteer)) {
                ModelBytes.read(gazetteer)
                        .files()
                        .forEach((name, bytes) -> all.append(name).append(ModelBytes.sha256(bytes)));
            }
        } catch (IOException unreadable) {
            throw new ModelsRefused(LEXICON, "cannot be read", "put the file back");
        }
        return ModelBytes.sha256(all.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, VERSION_DIGITS);
    }

    private static Set<String> labels(Path models, Set<String> intents) throws ModelsRefused {
        Set<String> labels = new TreeSet<>(intents);
        Path file = models.resolve(INTENTS);
        try {
            (Files.exists(file) ? Files.readAllLines(file) : List.<String>of())
                    .stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\t", 2)[0].strip())
                            .forEach(labels::add);
            return labels;
        } catch (IOException unreadable) {
            throw new ModelsRefused(INTENTS, "cannot be read", "it must be UTF-8 text");
        }
    }
}
