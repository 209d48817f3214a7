package io.attune.push;

import io.attune.database.Address;

class H2PushTest extends PushSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:push;DB_CLOSE_DELAY=-1", "", "");
    }
}
