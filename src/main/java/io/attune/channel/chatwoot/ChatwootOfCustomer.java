package io.attune.channel.chatwoot;

import io.attune.customer.KeptElsewhere;
import jakarta.inject.Singleton;

/** A customer's conversations in Chatwoot, for their export and for being forgotten. */
@Singleton
public class ChatwootOfCustomer implements KeptElsewhere {
    private final Bridge bridge;

    ChatwootOfCustomer(Bridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public String section() {
        return "chatwoot";
    }

    @Override
    public Object export(String customer) {
        return bridge.routesOf(customer);
    }

    @Override
    public void erase(String customer) {
        bridge.forget(customer);
    }
}
