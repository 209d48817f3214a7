package io.attune.channel.helpdesk;

import io.attune.channel.helpdesk.store.CursorStore;
import io.attune.customer.KeptElsewhere;
import jakarta.inject.Singleton;

/** Which of a customer's conversations the provider's own console was told of, for their export and for being forgotten. */
@Singleton
public class HelpdeskOfCustomer implements KeptElsewhere {
    private final CursorStore cursors;

    HelpdeskOfCustomer(CursorStore cursors) {
        this.cursors = cursors;
    }

    @Override
    public String section() {
        return "helpdesk";
    }

    @Override
    public Object export(String customer) {
        return cursors.of(customer);
    }

    @Override
    public void erase(String customer) {
        cursors.erase(customer);
    }
}
