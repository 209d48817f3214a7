package io.attune.understanding.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the gate looks at to tell whether a text is in scope at all, and the distribution over the intents if it is.
 *
 * @param inScope chances of the outcomes, without out-of-scope, which has 0
 * @param features of the gate, in the order of {@link #NAMES}
 */
record Signals(double[] inScope, double[] features) {
    static final List<String> NAMES =
            List.of("energy", "logit", "topShare", "outside", "known", "length", "nearest", "near");
    private static final int CANDIDATES = 8;
    private static final float MISSING = -30;

    /**
     * What a model makes of one text.
     *
     * @param scores of the model
     * @param closeness cosine with the middle of each outcome; missing without embeddings
     * @param votes of the nearest training texts, by outcome; missing without embeddings
     */
    record Seen(IntentModel.Scores scores, double @Nullable [] closeness, double @Nullable [] votes) {
        static Seen of(IntentModel.Scores scores) {
            return new Seen(scores, null, null);
        }

        static Seen of(IntentModel.Scores scores, Neighbourhood neighbourhood, float[] meaning, int outside) {
            return new Seen(
                    scores, neighbourhood.closeness(meaning), neighbourhood.vote(meaning, candidates(scores, outside)));
        }

        /** @param places where each outcome stands here; -1 for one that is missing */
        Seen reordered(int[] places) {
            float[] logits = new float[places.length];
            for (int k = 0; k < places.length; k++) {
                logits[k] = places[k] < 0 ? MISSING : scores.logits()[places[k]];
            }
            return new Seen(
                    new IntentModel.Scores(logits, scores.known(), scores.words()),
                    closeness == null ? null : reordered(closeness, places),
                    votes == null ? null : reordered(votes, places));
        }

        private static double[] reordered(double[] values, int[] places) {
            return Arrays.stream(places)
                    .mapToDouble(place -> place < 0 ? 0 : values[place])
                    .toArray();
        }

        private static int[] candidates(IntentModel.Scores scores, int outside) {
            return IntStream.range(0, scores.logits().length)
                    .filter(k -> k != outside)
                    .boxed()
                    .sorted((a, b) -> Float.compare(scores.logits()[b], scores.logits()[a]))
                    .limit(CANDIDATES)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /**
     * @param outside index of the out-of-scope outcome, or -1
     * @param temperature divides the logits
     * @param mix share of the neighbours' vote in the distribution, 0..1
     */
    static Signals of(Seen seen, int outside, double temperature, double mix) {
        float[] logits = seen.scores.logits();
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
            seen.scores.known(),
            Math.log1p(seen.scores.words()),
            seen.closeness == null ? 0 : greatest(seen.closeness, outside),
            seen.closeness == null ? 0 : seen.closeness[Calibration.top(shares)]
        };
        for (int k = 0; k < shares.length && seen.votes != null; k++) {
            shares[k] = (1 - mix) * shares[k] + mix * seen.votes[k];
        }
        return new Signals(shares, features);
    }

    private static double greatest(double[] closeness, int outside) {
        double greatest = -1;
        for (int k = 0; k < closeness.length; k++) {
            greatest = k == outside ? greatest : Math.max(greatest, closeness[k]);
        }
        return greatest;
    }
}
