package io.attune.push;

import io.attune.customer.KeptElsewhere;
import io.attune.push.store.PushStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices that apps have told of. */
@Singleton
public class Devices implements KeptElsewhere {
    private final PushStore store;
    private final Clock clock;

    Devices(PushStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An app says where it stands. What comes while it is in the background is pushed; coming to the front settles what was
     * still to be pushed.
     *
     * @param token kept as it was when none is given
     */
    public Device put(String customer, String id, @Nullable String token, boolean background) {
        Optional<Device> before = store.find(customer, id);
        Device device = new Device(
                customer,
                id,
                token == null ? before.map(Device::token).orElse(null) : token,
                background ? before.map(Device::backgroundSince).orElseGet(clock::instant) : null);
        store.put(device, clock.instant());
        return device;
    }

    public void remove(String customer, String id) {
        store.remove(customer, id);
    }

    @Override
    public String section() {
        return "devices";
    }

    @Override
    public Object export(String customer) {
        return store.of(customer);
    }

    @Override
    public void erase(String customer) {
        store.erase(customer);
    }
}
