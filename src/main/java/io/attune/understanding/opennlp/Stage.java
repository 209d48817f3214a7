package io.attune.understanding.opennlp;

import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model with what was fitted to read it, with or without embeddings. Safe for many threads. */
final class Stage {
    private static final int RANKED = 5;
    private static final double TOO_LITTLE = 0.005;

    private final IntentModel model;
    private final Calibration calibration;
    private final @Nullable Neighbourhood neighbourhood;
    private final String[] outcomes;
    private final int outside;

    Stage(IntentModel model, Calibration calibration, @Nullable Neighbourhood neighbourhood) {
        this.model = model;
        this.calibration = calibration;
        this.neighbourhood = neighbourhood;
        this.outcomes = model.outcomes();
        this.outside = Arrays.asList(outcomes).indexOf(Understanding.OUT_OF_SCOPE);
    }

    /**
     * At most five intents. Out of scope leads when its chance is above the threshold fitted for it, which may be below the
     * chance of the intent that follows: a wrong answer and a refusal do not cost the same.
     */
    List<RankedIntent> rank(CharSequence text, float @Nullable [] meaning) {
        IntentModel.Scores scores = model.score(text, meaning);
        return rank(
                neighbourhood == null || meaning == null
                        ? Signals.Seen.of(scores)
                        : Signals.Seen.of(scores, neighbourhood, meaning, outside));
    }

    List<RankedIntent> rank(Signals.Seen seen) {
        Signals signals = Signals.of(seen, outside, calibration.temperature(), calibration.mix());
        double chance = calibration.gate().outside(signals.features());
        List<RankedIntent> ranked = new ArrayList<>(RANKED + 1);
        double[] shares = signals.inScope();
        for (int place = 0; place < RANKED; place++) {
            int best = Calibration.top(shares);
            double confidence = shares[best] * (1 - chance);
            if (confidence < TOO_LITTLE && place > 0) {
                break;
            }
            ranked.add(new RankedIntent(outcomes[best], confidence));
            shares[best] = -1;
        }
        RankedIntent out = new RankedIntent(Understanding.OUT_OF_SCOPE, chance);
        if (chance >= calibration.threshold()) {
            ranked.addFirst(out);
        } else if (chance > TOO_LITTLE) {
            ranked.add(out);
            ranked.subList(1, ranked.size())
                    .sort(Comparator.comparingDouble(RankedIntent::confidence).reversed());
        }
        return ranked.size() > RANKED ? ranked.subList(0, RANKED) : ranked;
    }

    IntentModel model() {
        return model;
    }

    Calibration calibration() {
        return calibration;
    }

    /** Whether embeddings of this size can be shown to it, and it tells these outcomes and no others. */
    boolean fits(int dimensions, List<String> others) {
        return model.dimensions() == dimensions
                && neighbourhood != null
                && neighbourhood.dimensions() == dimensions
                && List.of(outcomes).containsAll(others)
                && others.containsAll(List.of(outcomes));
    }
}
