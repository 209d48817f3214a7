package io.attune.decision;

/**
 * What things cost when the next step of a troubleshooting dialog is chosen, in minutes of a customer's time.
 *
 * @param agent handing over, in what an agent's work is worth
 * @param waitMinute a minute of waiting in the queue
 * @param nobodyOnline wait that is reckoned with while no agent is online, minutes
 * @param question reading and answering a question, effort apart
 * @param depth steps that the planner looks ahead
 */
public record CostSettings(double agent, double waitMinute, double nobodyOnline, double question, int depth) {
    public static final CostSettings DEFAULT = new CostSettings(60, .5, 30, .6, 2);
}
