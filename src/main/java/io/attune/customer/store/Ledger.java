package io.attune.customer.store;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger's rows. An entry's key is its content, so the same one is never there twice. */
final class Ledger {
    /** More than anybody has in the time that is looked back on; a bound for damaged imports. */
    private static final int MOST = 500;

    private static final String READ = """
            select at, channel, intent, remedy, outcome, diagnosis, words from ledger
            where customer = ? and at >= ? order by at desc, id fetch first %d rows only""".formatted(MOST);
    private static final String READ_ALL = """
            select at, channel, intent, remedy, outcome, diagnosis, words from ledger
            where customer = ? order by at desc, id""";
    private static final String ADD = """
            insert into ledger (id, customer, at, channel, intent, remedy, outcome, diagnosis, words)
            select cast(? as varchar(64)), cast(? as varchar(64)), cast(? as bigint), cast(? as varchar(32)),
                cast(? as varchar(64)), cast(? as varchar(128)), cast(? as varchar(16)), cast(? as varchar(128)),
                cast(? as varchar(16))
            where not exists (select 1 from ledger where id = ?)""";

    private Ledger() {}

    static List<LedgerEntry> read(Connection connection, String customer, Instant since) throws SQLException {
        try (var query = connection.prepareStatement(READ)) {
            query.setString(1, customer);
            query.setLong(2, since.toEpochMilli());
            return entries(query.executeQuery());
        }
    }

    static List<LedgerEntry> readAll(Connection connection, String customer) throws SQLException {
        try (var query = connection.prepareStatement(READ_ALL)) {
            query.setString(1, customer);
            return entries(query.executeQuery());
        }
    }

    private static List<LedgerEntry> entries(ResultSet rows) throws SQLException {
        var entries = new ArrayList<LedgerEntry>();
        while (rows.next()) {
            String outcome = rows.getString(5);
            entries.add(new LedgerEntry(
                    Instant.ofEpochMilli(rows.getLong(1)),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    outcome == null ? null : Outcome.read(outcome),
                    rows.getString(6),
                    rows.getString(7)));
        }
        return entries;
    }

    /** How many were not there yet. */
    static int add(Connection connection, String customer, List<LedgerEntry> entries) throws SQLException {
        int added = 0;
        try (var insert = connection.prepareStatement(ADD)) {
            for (LedgerEntry entry : entries) {
                String id = key(customer, entry);
                insert.setString(1, id);
                insert.setString(2, customer);
                insert.setLong(3, entry.at().toEpochMilli());
                insert.setString(4, entry.channel());
                insert.setString(5, entry.intent());
                insert.setString(6, entry.remedy());
                insert.setString(7, outcome(entry));
                insert.setString(8, entry.diagnosis());
                insert.setString(9, entry.words());
                insert.setString(10, id);
                added += insert.executeUpdate();
            }
        }
        return added;
    }

    private static @Nullable String outcome(LedgerEntry entry) {
        return entry.outcome() == null ? null : entry.outcome().code();
    }

    private static String key(String customer, LedgerEntry entry) {
        String content = String.join(
                "\u0000",
                customer,
                Long.toString(entry.at().toEpochMilli()),
                entry.channel(),
                entry.intent(),
                String.valueOf(entry.remedy()),
                String.valueOf(outcome(entry)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
