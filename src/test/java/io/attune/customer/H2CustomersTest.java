package io.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.Address;
import io.attune.database.Database;
import org.junit.jupiter.api.Test;

class H2CustomersTest extends CustomersSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:customers;DB_CLOSE_DELAY=-1", "", "");
    }

    @Test
    void the_history_is_read_by_its_index() {
        try (var database = Database.open(address(), 2)) {
            String plan = database.jdbi()
                    .withHandle(h -> h.createQuery(
                                    "explain select at from ledger where customer = 'a' and at >= 5 order by at desc")
                            .mapTo(String.class)
                            .one());
            assertThat(plan).containsIgnoringCase("ledger_query");
        }
    }
}
