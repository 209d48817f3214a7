package io.attune.customer;

import java.time.Instant;

/**
 * What is kept of a customer is kept and no more (GDPR art. 18): in a dispute about whether it is right or lawful, or because they
 * need it for a claim. No turn sees it, nothing is estimated, learnt, told first or offered, and age does not remove it;
 * people who serve the customer still see it.
 *
 * @param reason in the words of whoever set it
 * @param by who set it
 */
public record Restriction(Instant since, String reason, String by) {
    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 200;
}
