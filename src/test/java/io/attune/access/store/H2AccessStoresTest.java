package io.attune.access.store;

import io.attune.database.Address;

class H2AccessStoresTest extends AccessStoresSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:access-stores;DB_CLOSE_DELAY=-1", "", "");
    }
}
