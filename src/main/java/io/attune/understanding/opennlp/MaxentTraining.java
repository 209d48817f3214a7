package io.attune.understanding.opennlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingConfiguration;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * Trains a maximum-entropy model from samples through OpenNLP. A feature's value is its share of the text times its scale
 * times its inverse document frequency; scale and frequency are then multiplied into the weights, so that whoever runs the
 * model needs the shares alone.
 */
final class MaxentTraining {
    static final String BIAS = "bias";
    static final char MEANING = 'e';

    static {
        ExtensionLoader.registerAllowedPackage("io.attune.understanding.opennlp");
    }

    private final ModelShape shape;

    MaxentTraining(ModelShape shape) {
        this.shape = shape;
    }

    /** The model; the same samples in the same order give the same weights to the last bit. */
    AbstractModel train(List<Sample> samples) {
        Map<String, Integer> frequency = new HashMap<>();
        for (Sample sample : samples) {
            sample.shares().keySet().forEach(feature -> frequency.merge(feature, 1, Integer::sum));
        }
        Map<String, Float> scales = new HashMap<>();
        frequency.forEach((feature, rows) -> {
            if (rows >= shape.cutoff()) {
                scales.put(feature, (float) (shape.scaleOf(feature) * inverseFrequency(rows, samples.size())));
            }
        });
        List<Event> events =
                samples.stream().map(sample -> event(sample, scales)).toList();
        try {
            var trainer = TrainerFactory.getEventTrainer(
                    LbfgsTrainer.parameters(shape.iterations(), 0, shape.lambda()),
                    new HashMap<>(),
                    new TrainingConfiguration(null, null));
            return scaled((AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events)), scales);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** From 0 for a feature in every row to 1 for one in a single row. */
    private static double inverseFrequency(int rows, int total) {
        return StrictMath.log((1.0 + total) / (1.0 + rows)) / StrictMath.log((1.0 + total) / 2);
    }

    private Event event(Sample sample, Map<String, Float> scales) {
        List<String> context = new ArrayList<>(sample.shares().size() + 1);
        List<Float> values = new ArrayList<>(context.size());
        context.add(BIAS);
        values.add(1f);
        sample.shares().forEach((feature, share) -> {
            Float scale = scales.get(feature);
            if (scale != null) {
                context.add(feature);
                values.add(share * scale);
            }
        });
        float[] meaning = sample.meaning();
        for (int i = 0; meaning != null && i < meaning.length; i++) {
            context.add(MEANING + Integer.toString(i));
            values.add((float) shape.meaning() * meaning[i]);
        }
        float[] given = new float[values.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = values.get(i);
        }
        return new Event(sample.label(), context.toArray(new String[0]), given);
    }

    @SuppressWarnings("unchecked")
    private AbstractModel scaled(AbstractModel model, Map<String, Float> scales) {
        Object[] structures = model.getDataStructures();
        List<String> predicates = new ArrayList<>();
        List<Context> scaled = new ArrayList<>();
        new TreeMap<>((Map<String, Context>) structures[1]).forEach((predicate, context) -> {
            double scale = isMeaning(predicate) ? shape.meaning() : scales.getOrDefault(predicate, 1f);
            double[] parameters = context.getParameters().clone();
            for (int k = 0; k < parameters.length; k++) {
                parameters[k] = (float) (parameters[k] * scale);
            }
            predicates.add(predicate);
            scaled.add(new Context(context.getOutcomes(), parameters));
        });
        return new QNModel(scaled.toArray(new Context[0]), predicates.toArray(new String[0]), (String[]) structures[2]);
    }

    static boolean isMeaning(String predicate) {
        return predicate.charAt(0) == MEANING;
    }
}
