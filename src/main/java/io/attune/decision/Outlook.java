package io.attune.decision;

import io.attune.decision.cost.Planner;
import io.attune.decision.cost.Problem;

/**
 * A troubleshooting dialog from where a conversation stands: what is known, what that comes to for this customer, and what
 * chooses the next step from it.
 */
record Outlook(Facts facts, Figures figures, Problem problem, Planner planner) {}
