package io.attune.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app on a customer's device.
 *
 * @param id the app's own, unique for the customer
 * @param token what the provider's server needs to reach it; opaque here
 * @param backgroundSince since when it is in the background; none while it is in use
 */
public record Device(
        String customer,
        String id,
        @Nullable String token,
        @Nullable Instant backgroundSince) {}
