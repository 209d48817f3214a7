package io.attune.access;

/**
 * Told each time a device comes in whose user has signed in after it was used without a name.
 *
 * @param anonymous who the device was before
 * @param customer who its user is
 */
public record NamedDevice(String anonymous, String customer) {}
