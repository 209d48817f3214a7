package io.attune.understanding.opennlp;

import io.attune.message.Language;
import io.attune.understanding.Gazetteer;
import io.attune.understanding.Mood;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import io.attune.understanding.Words;
import io.attune.understanding.cue.CueBook;
import io.attune.understanding.cue.MoodReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Understands with models that OpenNLP trained: language first, then intents by that language's model, entities, and mood.
 * A message costs some tens of microseconds. Safe for many threads.
 */
public final class OpenNlpUnderstander implements Understander {
    /** Where {@code ./attune train} writes, below the folder of the models. */
    public static final String TRAINED = "trained";

    static final String LANGUAGE_MODEL = "language";

    private final LanguageModel languageModel;
    private final Map<Language, IntentClassifier> classifiers;
    private final CueBook cues;
    private final Gazetteer gazetteer;

    OpenNlpUnderstander(
            LanguageModel languageModel,
            Map<Language, IntentClassifier> classifiers,
            CueBook cues,
            Gazetteer gazetteer) {
        this.languageModel = languageModel;
        this.classifiers = new EnumMap<>(classifiers);
        this.cues = cues;
        this.gazetteer = gazetteer;
    }

    /**
     * The models of a folder, read once.
     *
     * @throws ModelsRefused naming the files, when any is missing or damaged
     */
    public static OpenNlpUnderstander load(Path models) throws ModelsRefused {
        return TrainedModels.read(models, null).understander();
    }

    @Override
    public Understanding understand(String text, Language prior) {
        Language language = languageModel.detect(text, prior);
        IntentClassifier classifier = classifiers.get(language);
        if (classifier == null) {
            throw new IllegalStateException("no model for " + language);
        }
        List<RankedIntent> ranking = classifier.rank(text);
        Words words = Words.of(text);
        HumanRequest person = HumanRequest.heard(cues.requests(text, words), words, ranking);
        List<Mood.Cue> found = new ArrayList<>(cues.find(text, words, language));
        found.addAll(person.cues());
        return new Understanding(language, person.ranking(), gazetteer.find(text, words), MoodReader.read(text, found));
    }
}
