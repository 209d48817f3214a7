package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a text to intents with calibrated confidence: a stage of words and letters that costs some microseconds, and, where
 * embeddings are switched on, one that knows meanings and costs milliseconds. The dear one is asked only where the cheap one
 * is not sure. Safe for many threads.
 */
final class IntentClassifier {
    private final Stage words;
    private final @Nullable Stage meanings;
    private final @Nullable Embedder embedder;

    /** @param meanings and {@code embedder} both or neither */
    IntentClassifier(Stage words, @Nullable Stage meanings, @Nullable Embedder embedder) {
        this.words = words;
        this.meanings = meanings;
        this.embedder = embedder;
    }

    List<RankedIntent> rank(String text) {
        List<RankedIntent> ranking = words.rank(text, null);
        return isEnough(ranking) || meanings == null || embedder == null
                ? ranking
                : meanings.rank(text, embedder.embed(text));
    }

    /** Whether the cheap stage answers alone. */
    boolean isEnough(List<RankedIntent> ranking) {
        return meanings == null
                || ranking.getFirst().confidence() >= words.calibration().sure();
    }

    Stage words() {
        return words;
    }

    @Nullable
    Stage meanings() {
        return meanings;
    }

    boolean hasMeanings() {
        return meanings != null;
    }

    /** What it can tell, out of scope included. */
    List<String> intents() {
        return List.of(words.model().outcomes());
    }
}
