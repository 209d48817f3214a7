package io.attune.understanding.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.MaxentModel;

/**
 * An OpenNLP trainer for maximum-entropy models with real-valued features. OpenNLP's own quasi-Newton trainer minimises
 * the summed loss and is slow on dense features; this one minimises the mean loss, with a penalty that does not change
 * with the number of rows. Gives a {@link QNModel}, which OpenNLP writes and reads.
 */
public final class LbfgsTrainer extends AbstractEventTrainer {
    /** The parameter that names this trainer to OpenNLP. */
    public static final String ALGORITHM = LbfgsTrainer.class.getName();

    static final String LAMBDA = "Lambda";
    static final double DEFAULT_LAMBDA = 5e-5;

    @Override
    public boolean isSortAndMerge() {
        return false;
    }

    @Override
    public MaxentModel doTrain(DataIndexer indexer) {
        int rows = indexer.getContexts().length;
        int[][] contexts = new int[rows][];
        float[][] values = new float[rows][];
        IntStream.range(0, rows).forEach(row -> {
            int[] context = indexer.getContexts()[row];
            float[] given = indexer.getValues() == null ? null : indexer.getValues()[row];
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < context.length; i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingInt(i -> context[i]));
            contexts[row] = order.stream().mapToInt(i -> context[i]).toArray();
            values[row] = new float[context.length];
            for (int i = 0; i < context.length; i++) {
                values[row][i] = given == null ? 1 : given[order.get(i)];
            }
        });
        float[] times = new float[rows];
        for (int row = 0; row < rows; row++) {
            times[row] = indexer.getNumTimesEventsSeen()[row];
        }
        String[] predicates = indexer.getPredLabels();
        String[] outcomes = indexer.getOutcomeLabels();
        double lambda = trainingParameters.getDoubleParameter(LAMBDA, DEFAULT_LAMBDA);
        float[] weights = new Lbfgs()
                .minimize(
                        new MaxentObjective(
                                contexts,
                                values,
                                indexer.getOutcomeList(),
                                times,
                                predicates.length,
                                outcomes.length,
                                lambda),
                        getIterations());
        return new QNModel(contextsOf(weights, outcomes.length), predicates, outcomes);
    }

    private static Context[] contextsOf(float[] weights, int outcomes) {
        int[] all = IntStream.range(0, outcomes).toArray();
        Context[] contexts = new Context[weights.length / outcomes];
        for (int i = 0; i < contexts.length; i++) {
            double[] parameters = new double[outcomes];
            for (int k = 0; k < outcomes; k++) {
                parameters[k] = weights[i * outcomes + k];
            }
            contexts[i] = new Context(all, parameters);
        }
        return contexts;
    }

    /** Parameters that make OpenNLP's {@code TrainerFactory} use this trainer. */
    static opennlp.tools.util.TrainingParameters parameters(int iterations, int cutoff, double lambda) {
        var parameters = new opennlp.tools.util.TrainingParameters();
        parameters.put(opennlp.tools.util.TrainingParameters.ALGORITHM_PARAM, ALGORITHM);
        parameters.put(opennlp.tools.util.TrainingParameters.ITERATIONS_PARAM, iterations);
        parameters.put(opennlp.tools.util.TrainingParameters.CUTOFF_PARAM, cutoff);
        parameters.put(LAMBDA, lambda);
        parameters.put(DATA_INDEXER_PARAM, DATA_INDEXER_ONE_PASS_REAL_VALUE);
        return parameters;
    }
}
