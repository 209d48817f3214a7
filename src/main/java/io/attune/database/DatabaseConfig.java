package io.attune.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** Where everything is kept. */
@ConfigMapping(prefix = "attune.db")
public interface DatabaseConfig {
    /**
     * JDBC address: {@code jdbc:postgresql://host/db} or {@code jdbc:h2:…}. Without it, an H2 file in the data folder.
     * Change it to run on several nodes.
     */
    Optional<String> url();

    /** The database user. */
    Optional<String> user();

    /** The database password. */
    Optional<String> password();

    /** Connections kept open. More than the work in flight is waste; two cores are well served by the default. */
    @WithDefault("12")
    int poolSize();

    /**
     * With PostgreSQL: when tables from which customers were erased have their files written anew, so that no bytes are left in
     * them; UTC. Each table is locked while that is done. Choose a quiet hour; leave it empty to do it yourself.
     */
    @WithDefault("03:30")
    Optional<LocalTime> rewriteAt();

    /** How long a table may be locked for that. A table that takes longer stays as it is, with a warning. */
    @WithDefault("20s")
    Duration rewriteTable();

    /** How long it may take together in one night. */
    @WithDefault("30m")
    Duration rewriteAll();
}
