package io.attune.integration;

import io.attune.aptitude.Estimates;

/** From what a turn saved of a customer to what is believed of them now: the port to whoever saved it. */
public interface SavedEstimates {
    /** @param json as it was saved */
    Estimates read(String json);
}
