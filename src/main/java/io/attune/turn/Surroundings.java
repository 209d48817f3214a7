package io.attune.turn;

import io.attune.customer.CustomerRecord;
import io.attune.decision.QueueState;
import io.attune.diagnostics.Diagnosis;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is around a conversation when a turn begins: read once, then only thought about.
 *
 * @param zone the customer's, or the provider's where theirs is not known
 * @param diagnosis fresh readings alone
 */
record Surroundings(Instant now, ZoneId zone, CustomerRecord customer, Diagnosis diagnosis, QueueState queue) {}
