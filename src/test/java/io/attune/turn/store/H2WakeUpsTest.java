package io.attune.turn.store;

import io.attune.database.Address;

class H2WakeUpsTest extends WakeUpsSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:wake-ups;DB_CLOSE_DELAY=-1", "", "");
    }
}
