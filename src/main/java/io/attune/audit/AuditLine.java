package io.attune.audit;

import java.time.Instant;

/**
 * Somebody saw or changed something of a customer.
 *
 * @param seq from 1, without gaps
 * @param actor a user name, or the pseudonym of a customer
 * @param action such as {@code customer.read}
 * @param subject the pseudonym of the customer concerned; empty where nobody is
 * @param hash over this line and the hash of the one before, in hexadecimal
 */
public record AuditLine(long seq, Instant at, String actor, String role, String action, String subject, String hash) {
    /** What the hash is taken of. */
    public String content(String hashBefore) {
        return String.join(
                "\n", hashBefore, Long.toString(seq), Long.toString(at.toEpochMilli()), actor, role, action, subject);
    }
}
