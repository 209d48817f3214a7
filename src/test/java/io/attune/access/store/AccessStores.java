package io.attune.access.store;

import io.attune.database.Database;

/** Stores on a database of a test's own. */
public final class AccessStores {
    private AccessStores() {}

    public static AccountStore accounts(Database database) {
        return new AccountStore(database);
    }
}
