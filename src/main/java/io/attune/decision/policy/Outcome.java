package io.attune.decision.policy;

import java.util.Map;

/**
 * What became of a conversation, with what the policy saw at one of its turns.
 *
 * @param failed whether the bot did not resolve it
 */
public record Outcome(Map<Feature, Double> features, boolean failed) {
    public Outcome {
        features = Map.copyOf(features);
    }
}
