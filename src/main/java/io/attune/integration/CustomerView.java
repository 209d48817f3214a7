package io.attune.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.attune.aptitude.Estimates;
import io.attune.customer.CustomerFile;
import io.attune.customer.Identity;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Preferences;
import io.attune.customer.Profile;
import io.attune.customer.Purpose;
import java.util.List;
import java.util.Map;

/**
 * A customer as other systems and agents see them.
 *
 * @param estimates with their evidence; without any, what is assumed of everybody
 * @param history newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
        String id,
        @JsonUnwrapped Profile profile,
        List<Identity> identities,
        Preferences preferences,
        Map<Purpose, Boolean> consents,
        Estimates estimates,
        List<LedgerEntry> history) {

    static CustomerView of(CustomerFile file, Estimates estimates) {
        return new CustomerView(
                file.customer(),
                file.profile(),
                file.identities(),
                file.settings().preferences(),
                file.settings().consents().now(),
                estimates,
                file.ledger());
    }
}
