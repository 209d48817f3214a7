package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of a customer here, for the customer and for the provider's own systems. Never for a turn.
 *
 * @param ids every id of the person
 * @param dossier each value of the profile with its source, time, confidence and purpose
 * @param profile the same in short
 * @param estimates the observations behind them, as turns saved them under each id; none when there are none yet
 * @param ledger newest first
 * @param restriction null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerFile(
        String customer,
        List<String> ids,
        Instant createdAt,
        Instant changedAt,
        Profile profile,
        Dossier dossier,
        List<Identity> identities,
        Settings settings,
        List<Estimates> estimates,
        List<LedgerEntry> ledger,
        List<Merge> merges,
        @Nullable Restriction restriction) {
    public CustomerFile {
        ids = List.copyOf(ids);
        identities = List.copyOf(identities);
        estimates = List.copyOf(estimates);
        ledger = List.copyOf(ledger);
        merges = List.copyOf(merges);
    }

    /** @param observations JSON */
    public record Estimates(String id, @JsonRawValue String observations) {}
}
