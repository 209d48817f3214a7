package io.attune.push;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.customer.CustomerRecord;
import io.attune.customer.Customers;
import io.attune.customer.Preferences.QuietHours;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a customer may be woken: not in their quiet hours, unless they wrote just before and wait for an answer. */
@Singleton
class Quiet {
    private static final Duration AWAKE = Duration.ofMinutes(30);

    private final Customers customers;
    private final ConversationLog log;

    Quiet(Customers customers, ConversationLog log) {
        this.customers = customers;
        this.log = log;
    }

    /** From when on; {@code at} where nothing speaks against it. Without a time zone of theirs, hours are UTC. */
    Instant over(Header header, Instant at) {
        CustomerRecord customer = customers.read(header.customer(), at);
        QuietHours hours = customer.settings().preferences().quietHours();
        return hours == null || wroteLately(header, at)
                ? at
                : hours.over(at, zone(customer.profile().tz()));
    }

    private boolean wroteLately(Header header, Instant at) {
        return header.lastCustomer() > 0
                && log.read(header.id(), header.lastCustomer() - 1, 1).stream()
                        .map(Entry::at)
                        .anyMatch(wrote -> wrote.isAfter(at.minus(AWAKE)));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
