package io.attune.access;

import java.time.Duration;

/** How a sign-in ended. */
public sealed interface SignIn {
    /** @param token for {@code Authorization: Bearer} */
    record Done(String token, String role, Duration life) implements SignIn {}

    record Wrong() implements SignIn {}

    /** Too many failures; this try was not even looked at. */
    record TooMany(Duration retryAfter) implements SignIn {}
}
