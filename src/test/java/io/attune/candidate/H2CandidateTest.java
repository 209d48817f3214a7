package io.attune.candidate;

import io.attune.database.Address;

class H2CandidateTest extends CandidateSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:candidates", "", "");
    }
}
