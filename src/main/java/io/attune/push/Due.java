package io.attune.push;

import java.time.Instant;

/**
 * A device is to be told of a conversation.
 *
 * @param told up to where it has been told
 * @param seq up to where it is to be told
 * @param attempts that failed
 * @param nextAt when it is tried (again)
 */
public record Due(String customer, String device, String conv, long told, long seq, int attempts, Instant nextAt) {}
