package io.attune.understanding.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * A trained OpenNLP model laid out for speed: the weights of a feature lie next to each other, features are found by hash.
 * Gives the same scores as OpenNLP's own evaluation at a fraction of its time and garbage. Safe for many threads.
 */
final class IntentModel {
    /**
     * @param logits one per outcome, before the softmax
     * @param known share of the words that the model has seen, 0..1
     * @param words how many words there are
     */
    record Scores(float[] logits, double known, int words) {}

    private final String[] outcomes;
    private final FeatureTable table;
    private final float[] weights;
    private final float[] bias;
    private final float[][] meaning;

    @SuppressWarnings("unchecked")
    IntentModel(AbstractModel model) {
        Object[] structures = model.getDataStructures();
        Map<String, Context> contexts = (Map<String, Context>) structures[1];
        this.outcomes = ((String[]) structures[2]).clone();
        List<String> sparse = contexts.keySet().stream()
                .filter(name -> !name.equals(MaxentTraining.BIAS) && !MaxentTraining.isMeaning(name))
                .sorted()
                .toList();
        this.table = new FeatureTable(sparse.size());
        this.weights = new float[sparse.size() * outcomes.length];
        for (int i = 0; i < sparse.size(); i++) {
            table.put(sparse.get(i), i);
            copy(contexts.get(sparse.get(i)), weights, i * outcomes.length);
        }
        this.bias = new float[outcomes.length];
        copy(contexts.get(MaxentTraining.BIAS), bias, 0);
        int dimensions = (int)
                contexts.keySet().stream().filter(MaxentTraining::isMeaning).count();
        this.meaning = new float[dimensions][outcomes.length];
        for (int i = 0; i < dimensions; i++) {
            copy(contexts.get(MaxentTraining.MEANING + Integer.toString(i)), meaning[i], 0);
        }
    }

    private static void copy(@Nullable Context context, float[] to, int at) {
        if (context == null) {
            return;
        }
        for (int i = 0; i < context.getOutcomes().length; i++) {
            to[at + context.getOutcomes()[i]] = (float) context.getParameters()[i];
        }
    }

    String[] outcomes() {
        return outcomes.clone();
    }

    boolean wantsMeaning() {
        return meaning.length > 0;
    }

    /** Of the embeddings that it was trained on; 0 without. */
    int dimensions() {
        return meaning.length;
    }

    /** @param embedding of the text; ignored by a model trained without, and needed by one trained with */
    Scores score(CharSequence text, float @Nullable [] embedding) {
        Gathered gathered = new Gathered(table, text.length());
        TextFeatures.extract(text, gathered);
        float[] logits = bias.clone();
        for (int kind = 0; kind < 3; kind++) {
            float share = Sample.share(gathered.totals[kind]);
            int[] found = gathered.found[kind];
            for (int i = 0; i < gathered.sizes[kind]; i++) {
                addScaled(weights, found[i] * outcomes.length, share, logits);
            }
        }
        addMeaning(embedding, logits);
        int words = gathered.totals[0];
        return new Scores(logits, words == 0 ? 0 : (double) gathered.sizes[0] / words, words);
    }

    /** The same from features that were taken already. */
    Scores score(Map<String, Float> shares, float @Nullable [] embedding) {
        float[] logits = bias.clone();
        int words = 0;
        int known = 0;
        for (Map.Entry<String, Float> share : shares.entrySet()) {
            char[] feature = share.getKey().toCharArray();
            int number = table.find(feature[0], feature, 1, feature.length);
            words += feature[0] == TextFeatures.WORD ? 1 : 0;
            known += feature[0] == TextFeatures.WORD && number >= 0 ? 1 : 0;
            if (number >= 0) {
                addScaled(weights, number * outcomes.length, share.getValue(), logits);
            }
        }
        addMeaning(embedding, logits);
        return new Scores(logits, words == 0 ? 0 : (double) known / words, words);
    }

    private void addMeaning(float @Nullable [] embedding, float[] logits) {
        for (int i = 0; i < meaning.length && embedding != null; i++) {
            addScaled(meaning[i], 0, embedding[i], logits);
        }
    }

    private static void addScaled(float[] from, int at, float scale, float[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += from[at + k] * scale;
        }
    }

    /** The known features of one text, by kind. */
    private static final class Gathered implements TextFeatures.Sink {
        private final FeatureTable table;
        private final int[] totals = new int[3];
        private final int[] sizes = new int[3];
        private final int[][] found;

        Gathered(FeatureTable table, int length) {
            this.table = table;
            this.found = new int[][] {new int[length / 4 + 8], new int[length / 4 + 8], new int[length * 3 + 16]};
        }

        @Override
        public void feature(char letter, char[] buffer, int from, int to) {
            int kind = letter == TextFeatures.WORD ? 0 : letter == TextFeatures.PAIR ? 1 : 2;
            totals[kind]++;
            int number = table.find(letter, buffer, from, to);
            if (number >= 0) {
                if (sizes[kind] == found[kind].length) {
                    found[kind] = Arrays.copyOf(found[kind], sizes[kind] * 2);
                }
                found[kind][sizes[kind]++] = number;
            }
        }
    }
}
