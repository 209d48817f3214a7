package io.attune.channel.exchange;

import io.attune.channel.exchange.store.ThreadStore;
import io.attune.customer.KeptElsewhere;
import jakarta.inject.Singleton;

/** On which of these channels a customer writes, for their export and for being forgotten. */
@Singleton
public class ThreadsOfCustomer implements KeptElsewhere {
    private final ThreadStore threads;

    ThreadsOfCustomer(ThreadStore threads) {
        this.threads = threads;
    }

    @Override
    public String section() {
        return "exchanges";
    }

    @Override
    public Object export(String customer) {
        return threads.channelsOf(customer);
    }

    @Override
    public void erase(String customer) {
        threads.erase(customer);
    }
}
