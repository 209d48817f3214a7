package io.attune.understanding.opennlp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate looks at to tell whether a text is in scope at all, and the distribution over the intents if it is.
 *
 * @param inScope softmax over the outcomes at the given temperature, without out-of-scope, which has 0
 * @param features of the gate, in the order of {@link #NAMES}
 */
record Signals(double[] inScope, double[] features) {
    static final List<String> NAMES =
            List.of("energy", "logit", "topShare", "outside", "known", "length", "nearest", "near");

    /**
     * @param outside index of the out-of-scope outcome, or -1
     * @param temperature divides the logits
     * @param neighbours how alike the nearest training texts are; missing where none are kept
     */
    static Signals of(IntentModel.Scores scores, int outside, double temperature, @Nullable Neighbours neighbours) {
        float[] logits = scores.logits();
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            if (k != outside) {
                max = Math.max(max, logits[k] / temperature);
            }
        }
        double sum = 0;
        double[] shares = new double[logits.length];
        for (int k = 0; k < logits.length; k++) {
            if (k != outside) {
                shares[k] = Math.exp(logits[k] / temperature - max);
                sum += shares[k];
            }
        }
        for (int k = 0; k < logits.length; k++) {
            shares[k] /= sum;
        }
        double energy = max + Math.log(sum);
        double[] features = {
            energy,
            max,
            -Math.log(sum),
            outside < 0 ? 0 : logits[outside] / temperature - energy,
            scores.known(),
            Math.log1p(scores.words()),
            neighbours == null ? 0 : neighbours.nearest(),
            neighbours == null ? 0 : neighbours.near()
        };
        return new Signals(shares, features);
    }

    /**
     * @param nearest cosine with the nearest in-scope training text
     * @param near mean cosine with the five nearest
     */
    record Neighbours(double nearest, double near) {}
}
