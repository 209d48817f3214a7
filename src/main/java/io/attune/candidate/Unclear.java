package io.attune.candidate;

import io.attune.understanding.Understanding;
import java.time.Instant;
import java.util.List;

/**
 * A message that was not understood, as it was written.
 *
 * @param seq of the message
 * @param names that the customer is known by, to be masked
 * @param times messages in a row that were not understood, this one included
 */
public record Unclear(
        String customer,
        String conv,
        long seq,
        String text,
        Understanding understanding,
        List<String> names,
        Candidate.Reason reason,
        int times,
        Instant at) {
    public Unclear {
        names = List.copyOf(names);
    }
}
