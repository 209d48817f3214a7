package io.attune.decision.memory;

import io.attune.customer.Outcome;

/**
 * A remedy that this conversation settled.
 *
 * @param dialog where it belongs
 * @param seq the customer's message that told the outcome
 * @param diagnosis fingerprint of the diagnosis under which it was tried
 */
public record Tried(String dialog, String remedy, Outcome outcome, long seq, String diagnosis) {}
