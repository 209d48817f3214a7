package io.attune.handoff.store;

import io.attune.database.Database;

/** The real stores without a container. */
public record HandoffStores(
        CaseStore cases,
        OfferStore offers,
        CallbackStore callbacks,
        PresenceStore presence,
        ProfileStore profiles,
        CatalogueStore catalogue) {
    public static DutyStore duty(Database database) {
        return new DutyStore(database);
    }

    public static HandoffStores on(Database database) {
        return new HandoffStores(
                new CaseStore(database),
                new OfferStore(database),
                new CallbackStore(database),
                new PresenceStore(database),
                new ProfileStore(database),
                new CatalogueStore(database));
    }
}
