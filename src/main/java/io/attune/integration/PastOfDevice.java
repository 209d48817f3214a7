package io.attune.integration;

import io.attune.access.NamedDevice;
import io.attune.customer.Persons;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What was said on a device before its user signed in belongs to the customer's past from then on. */
@Singleton
public class PastOfDevice {
    private final Persons persons;
    private final Clock clock;

    PastOfDevice(Persons persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    void signedIn(@Observes NamedDevice device) {
        persons.signedIn(device.anonymous(), device.customer(), clock.instant());
    }
}
