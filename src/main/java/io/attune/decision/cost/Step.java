package io.attune.decision.cost;

/** What to do next; facts and remedies by their place in the {@link Problem}. */
public sealed interface Step {
    record Ask(int fact) implements Step {}

    record Try(int remedy) implements Step {}

    record HandOver() implements Step {}
}
