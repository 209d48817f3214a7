package io.attune.push;

import io.attune.database.Address;
import io.attune.database.PostgresServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPushTest extends PushSuite {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    Address address() {
        return Address.of(POSTGRES.url(), "postgres", "");
    }
}
