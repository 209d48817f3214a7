package io.attune.handoff.routing;

/** This conversation rings at this agent. */
public record Ring(String conv, String agent) {}
