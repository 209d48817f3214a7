package io.attune.understanding.opennlp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A labelled text as features: each named by its kind and characters, as in the model file, with its share of the text.
 * Shares of one kind have, were none repeated, a squared sum of 1.
 *
 * @param shares by feature
 * @param meaning the embedding of the text, of length 1; missing where none is used
 */
record Sample(String label, Map<String, Float> shares, float @Nullable [] meaning) {

    static Sample of(String label, CharSequence text, float @Nullable [] meaning) {
        Map<String, Float> counts = new LinkedHashMap<>();
        Map<Character, Integer> totals = new HashMap<>();
        TextFeatures.extract(text, (kind, buffer, from, to) -> {
            counts.merge(kind + new String(buffer, from, to - from), 1f, Float::sum);
            totals.merge(kind, 1, Integer::sum);
        });
        counts.replaceAll((feature, count) -> count * share(totals.getOrDefault(feature.charAt(0), 1)));
        return new Sample(label, counts, meaning);
    }

    /** The weight of one feature among {@code total} of its kind. */
    static float share(int total) {
        return (float) (1 / StrictMath.sqrt(Math.max(1, total)));
    }
}
