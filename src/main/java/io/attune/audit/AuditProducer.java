package io.attune.audit;

import io.attune.audit.store.AuditStore;
import io.attune.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the audit, once. */
@ApplicationScoped
class AuditProducer {
    private static final int SHORTEST_KEY = 32;

    @Produces
    @Singleton
    Audit audit(Database database, AuditConfig config) {
        if (config.key().filter(key -> key.length() < SHORTEST_KEY).isPresent()) {
            throw new IllegalArgumentException("attune.audit.key must have at least " + SHORTEST_KEY + " characters");
        }
        return Audit.open(new AuditStore(database), config.key(), AuditKey.fresh());
    }
}
