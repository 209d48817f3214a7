package io.attune.handoff;

import java.time.Instant;

/** An ended conversation that its agent has yet to put a code to. */
public record WrapUp(String conv, String agent, Instant since, Instant until) {}
