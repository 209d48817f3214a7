package io.attune.integration;

import io.attune.customer.Identity;
import io.attune.customer.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/v1/customers/{id}}: each field given replaces the one of its name.
 *
 * @param origins by field, or by {@code circumstances.NAME}: source, time, confidence and purpose of what is not simply the
 *     caller's own knowledge of now
 */
record CustomerRequest(
        @Nullable String name,
        @Nullable String nickname,
        @Nullable String locale,
        @Nullable String tz,
        @Nullable LocalDate birthday,
        @Nullable String plan,
        @Nullable Integer tenureMonths,
        @Nullable Level clv,
        @Nullable Double churn,
        @Nullable Map<String, Object> circumstances,
        @Nullable String household,
        @Nullable Boolean vulnerable,
        @Nullable String accessibility,
        @Nullable List<IdentityFields> identities,
        @Nullable Map<String, OriginFields> origins) {

    /** @param verified false when it is missing */
    record IdentityFields(
            @Nullable String channel,
            @Nullable String value,
            @Nullable Boolean verified) {
        Identity identity() {
            return new Identity(String.valueOf(channel), String.valueOf(value), Boolean.TRUE.equals(verified));
        }
    }
}
