package io.attune.crash;

import io.attune.database.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The crash test on PostgreSQL, which survives while the server dies. */
class CrashOnPostgresIT {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Test
    void an_acknowledged_message_is_never_lost_doubled_reordered_or_answered_twice() throws Exception {
        try (var server = ServerProcess.started("crash-postgres", Map.of("ATTUNE_DB_URL", POSTGRES.url()))) {
            CrashIT.judge(CrashRun.run(server, CrashIT.plan()));
        }
    }
}
