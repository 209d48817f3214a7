package io.attune.decision.policy;

/**
 * One ground of a decision, in short English for agents and traces.
 *
 * @param what such as {@code intent} or {@code failed steps}
 * @param value such as {@code internet_slow 0.94} or {@code +1.80}
 */
public record Reason(String what, String value) {}
