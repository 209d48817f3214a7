package io.attune.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL with an empty database for one test class. The server is the one at {@code ATTUNE_TEST_PG_URL}
 * ({@code jdbc:postgresql://host/db?user=…&password=…}, its user may create databases) or else one that is started once
 * for all tests of the JVM.
 */
public final class PostgresServer implements BeforeAllCallback, AfterAllCallback {
    private final String database = "test_" + UUID.randomUUID().toString().replace("-", "");

    /** The JDBC address of the test's own database, with the user in it. */
    public String url() {
        String server = Running.URL;
        return server.replaceFirst("(//[^/]+/)[^?]*", "$1" + database);
    }

    @Override
    public void beforeAll(ExtensionContext test) throws SQLException {
        run("CREATE DATABASE " + database);
    }

    @Override
    public void afterAll(ExtensionContext test) throws SQLException {
        run("DROP DATABASE " + database + " WITH (FORCE)");
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Running.URL)) {
            connection.createStatement().execute(statement);
        }
    }

    /** Started when it is first asked for; ends with the JVM. */
    private static final class Running {
        static final String URL =
                Optional.ofNullable(System.getenv("ATTUNE_TEST_PG_URL")).orElseGet(Running::embedded);

        private static String embedded() {
            try {
                EmbeddedPostgres server =
                        EmbeddedPostgres.builder().setRegisterShutdownHook(true).start();
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException broken) {
                throw new IllegalStateException("PostgreSQL does not start", broken);
            }
        }
    }
}
