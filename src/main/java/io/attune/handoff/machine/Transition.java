package io.attune.handoff.machine;

/**
 * A line of the table.
 *
 * @param writes the events that the log gets, in order, by their names on the wire; {@code -} where it stands beside the log
 */
public record Transition(Phase from, Move move, Actor who, Phase to, String writes) {}
