package io.attune.conversation;

import io.attune.message.Role;

/**
 * Somebody is writing, or has stopped. Never in the log.
 *
 * @param ttlMs when to forget it if nothing follows
 */
public record Signal(String conv, Role role, boolean writing, int ttlMs) {}
