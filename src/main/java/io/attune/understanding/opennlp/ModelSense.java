package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.message.Language;
import io.attune.understanding.Understanding;
import io.attune.understanding.opennlp.ModelsRefused.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Whether models that can be read are ones that the engine can work with. */
final class ModelSense {
    private ModelSense() {}

    static List<Fault> faults(Language language, IntentClassifier classifier) {
        List<Fault> faults = new ArrayList<>();
        String file = OpenNlpUnderstander.TRAINED + "/" + language.code() + ModelFile.BIN;
        List<String> outcomes = List.of(classifier.words().model().outcomes());
        for (String needed : List.of(Understanding.OUT_OF_SCOPE, HumanRequest.INTENT)) {
            if (!outcomes.contains(needed)) {
                faults.add(new Fault(
                        file,
                        "cannot tell " + needed,
                        "add sentences of it to training/" + language.code() + ".tsv and train"));
            }
        }
        if (classifier.words().model().wantsMeaning()) {
            faults.add(new Fault(file, "is a model of meanings in the place of one of words", ModelsRefused.TRAIN));
        }
        Stage meanings = classifier.meanings();
        if (meanings != null && !meanings.fits(Embedder.DIMENSIONS, outcomes)) {
            faults.add(new Fault(
                    OpenNlpUnderstander.TRAINED + "/" + language.code() + "-meanings" + ModelFile.BIN,
                    "does not belong to " + file + " or to the embeddings of this server",
                    ModelsRefused.TRAIN));
        }
        return faults;
    }

    static List<Fault> faults(IntentModel languages) {
        Set<String> told = Set.of(languages.outcomes());
        boolean right = told.size() == Language.values().length
                && Arrays.stream(Language.values()).map(Language::code).allMatch(told::contains);
        return right
                ? List.of()
                : List.of(new Fault(
                        OpenNlpUnderstander.TRAINED + "/" + OpenNlpUnderstander.LANGUAGE_MODEL + ModelFile.BIN,
                        "tells other languages than this server speaks",
                        ModelsRefused.TRAIN));
    }
}
