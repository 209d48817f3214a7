package io.attune.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the database that the configuration names, once. */
@ApplicationScoped
class DatabaseProducer {
    @Produces
    @Singleton
    Database database(DatabaseConfig config, DataFolder data) throws IOException {
        return Database.open(address(config, data.path()), config.poolSize());
    }

    private static Address address(DatabaseConfig config, Path data) throws IOException {
        if (config.url().isPresent()) {
            return Address.of(
                    config.url().get(),
                    config.user().orElse(""),
                    config.password().orElse(""));
        }
        Files.createDirectories(data);
        return Address.embedded(data);
    }

    void close(@Disposes Database database) {
        database.close();
    }
}
