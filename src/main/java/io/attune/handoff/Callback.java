package io.attune.handoff;

import java.time.Instant;

/** A time that a customer chose to be called back at. */
public record Callback(String conv, String customer, Instant dueAt, Instant bookedAt, int priority) {}
