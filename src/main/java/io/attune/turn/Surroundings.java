package io.attune.turn;

import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.CustomerRecord;
import io.attune.decision.QueueState;
import io.attune.decision.memory.Promise;
import io.attune.diagnostics.Diagnosis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is around a conversation when a turn begins: read once, then only thought about.
 *
 * @param zone the customer's, or the provider's where theirs is not known
 * @param diagnosis fresh readings alone
 * @param promises of earlier conversations, where this is the first turn of one
 * @param replies what the provider's systems have answered in this turn, by the errand's key
 */
record Surroundings(
        Instant now,
        ZoneId zone,
        CustomerRecord customer,
        Diagnosis diagnosis,
        QueueState queue,
        List<Promise> promises,
        Map<String, Reply> replies) {

    Surroundings with(String errand, Reply reply) {
        var more = new HashMap<>(replies);
        more.put(errand, reply);
        return new Surroundings(now, zone, customer, diagnosis, queue, promises, more);
    }
}
