package io.attune.database;

import io.quarkus.runtime.configuration.ConfigurationException;
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
    Database database(DatabaseConfig config, DataFolder data) {
        Address address = address(config, data.path());
        try {
            return Database.open(address, config.poolSize());
        } catch (IllegalStateException closed) {
            throw refused(address.withoutSecrets() + " does not open: " + why(closed));
        }
    }

    /** In the words of the driver, whose first line names host, file or user and no password. */
    private static String why(Throwable closed) {
        Throwable root = closed;
        while (root.getCause() != null && !root.getCause().equals(root) && !isLocked(root)) {
            root = root.getCause();
        }
        return isLocked(root)
                ? "another server has it open; stop that one, or give this one a folder of its own (ATTUNE_DATA)"
                : String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isLocked(Throwable one) {
        return String.valueOf(one.getMessage()).contains("file is locked");
    }

    private static ConfigurationException refused(String why) {
        return new ConfigurationException("Attune does not start like this:\n  - " + why);
    }

    private static Address address(DatabaseConfig config, Path data) {
        if (config.url().isPresent()) {
            return Address.of(
                    config.url().get(),
                    config.user().orElse(""),
                    config.password().orElse(""));
        }
        try {
            Files.createDirectories(data);
        } catch (IOException noFolder) {
            throw refused(
                    "the data folder " + data.toAbsolutePath() + " cannot be made; set ATTUNE_DATA to one that can");
        }
        if (!Files.isWritable(data)) {
            throw refused(
                    "the data folder " + data.toAbsolutePath() + " cannot be written; set ATTUNE_DATA to one that can");
        }
        return Address.embedded(data);
    }

    void close(@Disposes Database database) {
        database.close();
    }
}
