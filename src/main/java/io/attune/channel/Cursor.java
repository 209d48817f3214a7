package io.attune.channel;

/**
 * How far a channel has read a log.
 *
 * @param seq the last entry read
 * @param active whether the customer wrote last on this channel, and so is answered on it
 */
public record Cursor(String channel, String conv, String route, long seq, boolean active) {}
