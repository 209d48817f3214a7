package io.attune.conversation;

import io.attune.database.Address;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;

class PostgresLogTest extends LogSuite {
    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @Override
    Address address() throws Exception {
        server = EmbeddedPostgres.start();
        return Address.of(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }
}
