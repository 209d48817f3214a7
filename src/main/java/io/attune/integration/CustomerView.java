package io.attune.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.attune.aptitude.Estimates;
import io.attune.customer.CustomerFile;
import io.attune.customer.Identity;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Merge;
import io.attune.customer.Preferences;
import io.attune.customer.Profile;
import io.attune.customer.ProfileValue;
import io.attune.customer.Purpose;
import io.attune.customer.Restriction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as other systems and agents see them.
 *
 * @param ids every id of the person, when several were merged
 * @param values the profile once more, each value with its source, time, confidence and purpose
 * @param estimates with their evidence; without any, what is assumed of everybody
 * @param history newest first
 * @param restriction when what is kept may be used for nothing but serving the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
        String id,
        List<String> ids,
        @JsonUnwrapped Profile profile,
        Map<String, ProfileValue> values,
        List<Identity> identities,
        Preferences preferences,
        Map<Purpose, Boolean> consents,
        Estimates estimates,
        List<LedgerEntry> history,
        List<Merge> merges,
        @Nullable Restriction restriction) {

    static CustomerView of(CustomerFile file, Estimates estimates) {
        return new CustomerView(
                file.customer(),
                file.ids(),
                file.profile(),
                file.dossier().values(),
                file.identities(),
                file.settings().preferences(),
                file.settings().consents().now(),
                estimates,
                file.ledger(),
                file.merges(),
                file.restriction());
    }

    /** For people who serve the customer: what the consents leave of it. */
    static CustomerView underConsents(CustomerFile file, Estimates estimates) {
        var consents = file.settings().consents();
        boolean help = consents.granted(Purpose.SERVICE);
        return new CustomerView(
                file.customer(),
                file.ids(),
                file.dossier().under(consents),
                file.dossier().allowed(consents).values(),
                file.identities(),
                file.settings().preferences(),
                consents.now(),
                estimates,
                help ? file.ledger() : List.of(),
                file.merges(),
                file.restriction());
    }
}
