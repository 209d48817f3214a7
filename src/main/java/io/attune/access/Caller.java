package io.attune.access;

import java.util.Optional;

/**
 * A customer who is calling.
 *
 * @param customer who it is
 * @param anonymous who this device was before it signed in: conversations of then stay readable on it
 */
public record Caller(String customer, Optional<String> anonymous) {
    public static Caller of(String customer) {
        return new Caller(customer, Optional.empty());
    }

    /** Whether what belongs to {@code owner} may be shown to this caller. */
    public boolean owns(String owner) {
        return owner.equals(customer) || anonymous.filter(owner::equals).isPresent();
    }

    /** Whether nobody has said who this is, not even by signing in on the device once. */
    public boolean isNameless() {
        return Secrets.isAnonymous(customer);
    }
}
