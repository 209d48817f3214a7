package io.attune.crash;

import io.attune.database.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeoverOnPostgresIT extends TakeoverSuite {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    ServerProcess process() {
        return ServerProcess.started("takeover-postgres", Map.of("ATTUNE_DB_URL", POSTGRES.url()));
    }
}
