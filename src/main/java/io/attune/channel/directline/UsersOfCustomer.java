package io.attune.channel.directline;

import io.attune.customer.KeptElsewhere;
import jakarta.inject.Singleton;

/** The ids that a customer went by in Bot Framework clients, for their export and for being forgotten. */
@Singleton
public class UsersOfCustomer implements KeptElsewhere {
    private final Conversations conversations;

    UsersOfCustomer(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String section() {
        return "directLine";
    }

    @Override
    public Object export(String customer) {
        return conversations.usersOf(customer);
    }

    @Override
    public void erase(String customer) {
        conversations.forget(customer);
    }
}
