package io.attune.customer;

import io.attune.database.Address;

class H2MergeTest extends MergeSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:merges;DB_CLOSE_DELAY=-1", "", "");
    }
}
