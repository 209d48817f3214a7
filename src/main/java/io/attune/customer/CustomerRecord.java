package io.attune.customer;

import java.util.List;

/**
 * What a turn may know of a customer: what their consents leave of it. Without {@link Purpose#PERSONALISATION} there are no
 * estimates and only the part of the profile that service needs; without {@link Purpose#SERVICE} there is nothing but
 * their own preferences and the care that a vulnerable customer is owed.
 *
 * @param estimates JSON, as it was saved; empty when there is none or none may be used
 * @param ledger newest first
 */
public record CustomerRecord(
        String id, Profile profile, Settings settings, String estimates, List<LedgerEntry> ledger) {
    public CustomerRecord {
        ledger = List.copyOf(ledger);
    }

    /** What is left of everything known under the customer's own consents. */
    public static CustomerRecord allowed(
            String id, Profile profile, Settings settings, String estimates, List<LedgerEntry> ledger) {
        if (!settings.consents().granted(Purpose.SERVICE)) {
            return new CustomerRecord(id, profile.forSafety(), settings, "", List.of());
        }
        return settings.consents().granted(Purpose.PERSONALISATION)
                ? new CustomerRecord(id, profile, settings, estimates, ledger)
                : new CustomerRecord(id, profile.forService(), settings, "", ledger);
    }

    /** Whether estimates of this customer may be made and kept. */
    public boolean mayEstimate() {
        return settings.consents().granted(Purpose.SERVICE)
                && settings.consents().granted(Purpose.PERSONALISATION);
    }
}
