package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is kept of a customer here, for the customer and for the provider's own systems.
 *
 * @param estimates JSON, the observations behind the estimates; {@code null} in JSON when there are none yet
 * @param ledger newest first
 */
public record CustomerFile(
        String customer,
        Instant createdAt,
        Instant changedAt,
        Profile profile,
        List<Identity> identities,
        Settings settings,
        @JsonRawValue String estimates,
        List<LedgerEntry> ledger) {
    public CustomerFile {
        identities = List.copyOf(identities);
        ledger = List.copyOf(ledger);
    }
}
