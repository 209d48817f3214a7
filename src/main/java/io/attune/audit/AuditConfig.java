package io.attune.audit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The audit of who saw or changed what. */
@ConfigMapping(prefix = "attune.audit")
public interface AuditConfig {
    /**
     * The key of the chain's hashes and of the pseudonyms, at least 32 characters. Without it one is made and kept in the
     * database, and whoever can write the database can also forge the chain. Never change it: older lines would no longer
     * be recognised.
     */
    Optional<String> key();
}
