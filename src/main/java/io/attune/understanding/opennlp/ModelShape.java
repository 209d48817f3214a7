package io.attune.understanding.opennlp;

/**
 * The choices behind a model. Scales set how much a kind of feature may say before the penalty holds it back.
 *
 * @param words scale of words
 * @param pairs scale of pairs of words
 * @param letters scale of runs of characters
 * @param meaning scale of the embedding
 * @param lambda penalty on squared weights against the mean loss
 * @param iterations of the optimiser, at most
 * @param cutoff a feature seen in fewer rows is left out
 */
record ModelShape(
        double words, double pairs, double letters, double meaning, double lambda, int iterations, int cutoff) {
    static final ModelShape DEFAULT = new ModelShape(4, 3, 4, 10, 5e-5, 60, 2);

    double scaleOf(String feature) {
        return switch (feature.charAt(0)) {
            case TextFeatures.WORD -> words;
            case TextFeatures.PAIR -> pairs;
            default -> letters;
        };
    }
}
