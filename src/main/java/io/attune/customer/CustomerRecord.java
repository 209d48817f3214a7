package io.attune.customer;

import java.util.List;

/**
 * What a turn may know of a customer: what their consents leave of it. Without {@link Purpose#PERSONALISATION} there are no
 * estimates and only the part of the profile that service needs; without {@link Purpose#SERVICE} there is nothing but
 * their own preferences and the care that a vulnerable customer is owed.
 *
 * @param id the one that was asked for; writes go under it
 * @param principal the id that the person is known by to other systems; the same as {@code id} unless they were merged
 * @param estimates JSON, as it was saved under {@code id}; empty when there is none or none may be used
 * @param otherEstimates JSON, as saved under the person's other ids
 * @param ledger of all the person's ids, newest first
 * @param isRestricted whether what is kept may be used for nothing: then the record is that of somebody who refused everything,
 *     and nothing about them may be added
 */
public record CustomerRecord(
        String id,
        String principal,
        Profile profile,
        Settings settings,
        String estimates,
        List<String> otherEstimates,
        List<LedgerEntry> ledger,
        boolean isRestricted) {
    public CustomerRecord {
        otherEstimates = List.copyOf(otherEstimates);
        ledger = List.copyOf(ledger);
    }

    /** What is left of everything known under the customer's own consents. */
    public static CustomerRecord allowed(
            String id,
            String principal,
            Dossier dossier,
            Settings settings,
            String estimates,
            List<String> otherEstimates,
            List<LedgerEntry> ledger) {
        Consents consents = settings.consents();
        boolean help = consents.granted(Purpose.SERVICE);
        boolean fit = help && consents.granted(Purpose.PERSONALISATION);
        return new CustomerRecord(
                id,
                principal,
                dossier.under(consents).called(settings.preferences().nickname()),
                settings,
                fit ? estimates : "",
                fit ? otherEstimates : List.of(),
                help ? ledger : List.of(),
                false);
    }

    /** What is left under a restriction: what is owed to anybody, and the customer's own preferences. */
    public static CustomerRecord restricted(
            String id, String principal, Dossier dossier, Settings settings, Restriction restriction) {
        Consents none = Consents.NONE;
        for (Purpose purpose : Purpose.values()) {
            none = none.with(purpose, new Consents.Choice(false, restriction.since()));
        }
        return new CustomerRecord(
                id,
                principal,
                dossier.under(none).called(settings.preferences().nickname()),
                settings.with(none),
                "",
                List.of(),
                List.of(),
                true);
    }

    /** Whether estimates of this customer may be made and kept. */
    public boolean mayEstimate() {
        return settings.consents().granted(Purpose.SERVICE)
                && settings.consents().granted(Purpose.PERSONALISATION);
    }
}
