package io.attune.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.database.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * Measures what a turn reads of a customer in a large ledger; bench/README.md says how it is run. Arguments: {@code h2} or
 * {@code postgres}, customers, entries.
 */
public final class LedgerBench {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int READS = 5000;
    private static final int PART = 250_000;

    private LedgerBench() {}

    public static void main(String... arguments) throws Exception {
        boolean h2 = arguments[0].equals("h2");
        int customers = Integer.parseInt(arguments[1]);
        int entries = Integer.parseInt(arguments[2]);
        if (h2) {
            Path folder = Files.createTempDirectory("ledger-bench");
            try (var database = Database.open(Address.embedded(folder), 4)) {
                run(database, true, customers, entries);
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        System.out.println(file.getFileName() + ": " + Files.size(file) / 1_000_000 + " MB");
                    }
                }
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } else {
            var server = new PostgresServer();
            server.beforeAll(null);
            try (var database = Database.open(Address.of(server.url(), "postgres", ""), 4)) {
                run(database, false, customers, entries);
            }
            server.afterAll(null);
        }
    }

    private static void run(Database database, boolean h2, int customers, int entries) {
        long start = System.nanoTime();
        fill(database, h2, customers, entries);
        System.out.printf("filled with %d customers, %d entries in %d s%n", customers, entries, since(start) / 1000);
        String one = "c" + customers / 2;
        String explain = (h2 ? "explain analyze " : "explain (analyze, buffers) ")
                + "select at, channel, intent, remedy, outcome, diagnosis, words from ledger where customer = '" + one
                + "' and at >= " + NOW.minus(Duration.ofDays(90)).toEpochMilli()
                + " order by at desc, id fetch first 500 rows only";
        database.jdbi()
                .useHandle(h -> h.createQuery(explain).mapTo(String.class).forEach(System.out::println));
        var store = new StoredCustomers(database, new ObjectMapper().registerModule(new JavaTimeModule()));
        var random = new Random(7);
        double[] micros = new double[READS];
        long read = 0;
        for (int i = -1000; i < READS; i++) {
            String id = "c" + random.nextInt(customers);
            long before = System.nanoTime();
            read += store.read(id, NOW.minus(Duration.ofDays(90))).ledger().size();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - before) / 1e3;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "a turn's read of a customer and 90 days of ledger, %d reads, %.1f entries each: p50 %.0f us, p99 %.0f us%n",
                READS, read / (READS + 1000.0), micros[READS / 2], micros[READS * 99 / 100]);
    }

    /** Ten entries each over two years, evenly. In parts, and the indexes last: both databases are much quicker so. */
    private static void fill(Database database, boolean h2, int customers, int entries) {
        database.jdbi().useHandle(h -> {
            h.execute("drop index ledger_query");
            h.execute("drop index ledger_at");
            if (!h2) {
                h.execute("set maintenance_work_mem = '1GB'");
                h.execute("alter table ledger drop constraint ledger_pkey");
            }
        });
        for (int from = 1; from <= customers; from += PART) {
            customers(database, h2, from, Math.min(customers, from + PART - 1));
        }
        for (int from = 1; from <= entries; from += PART) {
            entries(database, h2, from, Math.min(entries, from + PART - 1), customers);
        }
        database.jdbi().useHandle(h -> {
            if (!h2) {
                h.execute("alter table ledger add primary key (id)");
            }
            h.execute("create index ledger_query on ledger (customer, at)");
            h.execute("create index ledger_at on ledger (at)");
            if (h2) {
                h.execute("analyze");
            } else {
                h.execute("vacuum analyze ledger");
                h.execute("vacuum analyze customer");
            }
        });
    }

    private static String numbers(boolean h2, int from, int to) {
        return (h2 ? "system_range(%d, %d)" : "generate_series(%d, %d)").formatted(from, to) + " as n(n)";
    }

    private static void customers(Database database, boolean h2, int from, int to) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "insert into customer (id, profile, settings, estimates, created_at, changed_at, merged) select 'c' || (n - 1), '{\"values\":{}}',"
                                + " '{\"preferences\":{},\"consents\":{\"said\":{}}}', '', 0, 0, false from "
                                + numbers(h2, from, to)));
    }

    /** Ids are as long as the store's hashes; on H2, where the table is kept in their order, they rise. */
    private static void entries(Database database, boolean h2, int from, int to, int customers) {
        String id = h2 ? "lpad(cast(n as varchar), 32, '0')" : "md5(cast(n as varchar))";
        long year = Duration.ofDays(730).toMillis();
        database.jdbi()
                .useHandle(h -> h.execute(
                        "insert into ledger (id, customer, at, channel, intent, remedy, outcome, diagnosis, words) select "
                                + id + ", 'c' || mod(n, " + customers + "), " + NOW.toEpochMilli()
                                + " - mod(cast(n as bigint) * 7919, "
                                + year + "), 'web', 'internet_slow', null, null, null, null from "
                                + numbers(h2, from, to)));
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
