package io.attune.decision.cost;

/**
 * The best next step.
 *
 * @param step what to do
 * @param cost expected cost of doing it and going on as well as possible
 * @param handoverCost what handing over now would cost instead
 */
public record Plan(Step step, double cost, double handoverCost) {}
