package io.attune.diagnostics;

import java.util.concurrent.CompletionStage;

/** Line and device tests: the port. */
public interface Diagnostics {
    /** Tests the customer's line. Never fails: what cannot be learnt is missing from the answer. May take seconds. */
    CompletionStage<Diagnosis> examine(String customer);
}
