package io.attune.turn.store;

import io.attune.database.Address;
import io.attune.database.PostgresServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWakeUpsTest extends WakeUpsSuite {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    Address address() {
        return Address.of(POSTGRES.url(), "postgres", "");
    }
}
