package io.attune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.decision.policy.Feature;
import io.attune.decision.policy.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Recorded outcomes, a line each: {@code {"features":{"failed-steps":2,…},"resolved":false}}. The features are those of a
 * turn's {@code policy.features} in its trace; further members of a line are left alone.
 */
final class OutcomeFile {
    private static final int MOST_FAULTS = 20;

    private OutcomeFile() {}

    /** @throws IOException naming file and line of what cannot be read, the first twenty */
    static List<Outcome> read(Path file) throws IOException {
        var json = new ObjectMapper();
        var outcomes = new ArrayList<Outcome>();
        var faults = new ArrayList<String>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || faults.size() >= MOST_FAULTS) {
                continue;
            }
            try {
                outcomes.add(outcome(json.readTree(line)));
            } catch (JsonProcessingException broken) {
                faults.add(file + ":" + number + ": not JSON");
            } catch (IllegalArgumentException wrong) {
                faults.add(file + ":" + number + ": " + wrong.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new IOException(String.join("\n", faults));
        }
        return outcomes;
    }

    private static Outcome outcome(JsonNode line) {
        JsonNode given = line.path("features");
        JsonNode resolved = line.path("resolved");
        if (!given.isObject()) {
            throw new IllegalArgumentException("features must be an object");
        }
        if (!resolved.isBoolean()) {
            throw new IllegalArgumentException("resolved must be true or false");
        }
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        given.fields().forEachRemaining(one -> features.put(feature(one.getKey()), size(one)));
        return new Outcome(features, !resolved.booleanValue());
    }

    private static Feature feature(String id) {
        return Feature.byId(id)
                .orElseThrow(() -> new IllegalArgumentException("features." + id + " is not known to the policy"));
    }

    private static double size(Map.Entry<String, JsonNode> one) {
        if (!one.getValue().isNumber()
                || !Double.isFinite(one.getValue().doubleValue())
                || Math.abs(one.getValue().doubleValue()) > 1000) {
            throw new IllegalArgumentException("features." + one.getKey() + " must be a number");
        }
        return one.getValue().doubleValue();
    }
}
