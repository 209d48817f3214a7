package io.attune.candidate;

import io.attune.database.Address;
import io.attune.database.PostgresServer;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCandidateTest extends CandidateSuite {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    Address address() {
        return Address.of(POSTGRES.url(), "postgres", "");
    }
}
