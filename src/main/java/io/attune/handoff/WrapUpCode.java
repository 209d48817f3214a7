package io.attune.handoff;

import java.util.Map;

/**
 * How a conversation can have ended.
 *
 * @param labels by language
 * @param order in the list, lowest first
 */
public record WrapUpCode(String code, Map<String, String> labels, int order) {
    public WrapUpCode {
        labels = Map.copyOf(labels);
    }
}
