package io.attune.cli;

import io.attune.database.Address;
import io.attune.database.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The database that the server's settings name, for commands that work without a server. */
final class OpenDatabase {
    private OpenDatabase() {}

    /** Empty, after saying why on {@code err}, when it cannot be opened. */
    static Optional<Database> open(Map<String, String> environment, PrintWriter err) throws IOException {
        try {
            return Optional.of(Database.open(address(environment), 2));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (RuntimeException e) {
            err.println("The database cannot be opened. The embedded one belongs to one process: is the server running?"
                    + " Then stop it, or use its API.");
        }
        err.flush();
        return Optional.empty();
    }

    private static Address address(Map<String, String> environment) throws IOException {
        String url = environment.get("ATTUNE_DB_URL");
        if (url != null) {
            return Address.of(
                    url,
                    environment.getOrDefault("ATTUNE_DB_USER", ""),
                    environment.getOrDefault("ATTUNE_DB_PASSWORD", ""));
        }
        Path folder = Path.of(environment.getOrDefault("ATTUNE_DATA", "data"));
        Files.createDirectories(folder);
        return Address.embedded(folder);
    }
}
