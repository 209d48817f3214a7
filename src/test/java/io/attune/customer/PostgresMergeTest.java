package io.attune.customer;

import io.attune.database.Address;
import io.attune.database.PostgresServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMergeTest extends MergeSuite {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    Address address() {
        return Address.of(POSTGRES.url(), "postgres", "");
    }
}
