package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query of a customer, or a remedy tried for it.
 *
 * @param channel such as {@code web} or {@code phone}; imported history may name channels that Attune does not serve
 * @param remedy {@code dialog/remedy}, missing for a query
 * @param diagnosis a fingerprint of the diagnosis under which the remedy was tried: under another it may be tried again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
        Instant at,
        String channel,
        String intent,
        @Nullable String remedy,
        @Nullable Outcome outcome,
        @Nullable String diagnosis) {}
