package io.attune.customer.store;

import io.attune.customer.Dossier;
import io.attune.customer.LedgerEntry;
import io.attune.customer.store.CustomerRows.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A person as they stand under all their ids, seen from one of them. Nothing of this is kept: it is put together anew from
 * the rows of each id, which is what lets a merge be undone.
 *
 * @param rows of the ids that there are rows of, the id that was asked for first
 */
record Person(String id, String principal, List<String> ids, List<Row> rows) {
    static Person read(CustomerRows customers, Connection connection, String id, Row own) throws SQLException {
        if (!own.merged()) {
            return new Person(id, id, List.of(id), List.of(own));
        }
        Merges.Group group = Merges.group(connection, id);
        var rows = new ArrayList<Row>(List.of(own));
        for (String other : group.ids()) {
            if (!other.equals(id)) {
                customers.find(connection, other).ifPresent(rows::add);
            }
        }
        return new Person(id, group.principal(), List.copyOf(group.ids()), rows);
    }

    Row own() {
        return rows.getFirst();
    }

    Dossier dossier() {
        return rows.stream().map(Row::dossier).reduce(Dossier.EMPTY, Dossier::over);
    }

    KeptSettings settings() {
        return rows.stream().map(Row::settings).reduce(KeptSettings::and).orElse(KeptSettings.NONE);
    }

    List<String> otherEstimates() {
        return rows.stream()
                .skip(1)
                .map(Row::estimates)
                .filter(estimates -> !estimates.isEmpty())
                .toList();
    }

    List<LedgerEntry> ledger(Connection connection, Instant since) throws SQLException {
        if (ids.size() == 1) {
            return Ledger.read(connection, id, since);
        }
        var entries = new ArrayList<LedgerEntry>();
        for (String one : ids) {
            entries.addAll(Ledger.read(connection, one, since));
        }
        entries.sort(Comparator.comparing(LedgerEntry::at).reversed());
        return entries;
    }

    List<LedgerEntry> wholeLedger(Connection connection) throws SQLException {
        var entries = new ArrayList<LedgerEntry>();
        for (String one : ids) {
            entries.addAll(Ledger.readAll(connection, one));
        }
        entries.sort(Comparator.comparing(LedgerEntry::at).reversed());
        return entries;
    }
}
