package io.attune.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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
}
