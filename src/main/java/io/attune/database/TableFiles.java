package io.attune.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Writes PostgreSQL's tables anew, so that the bytes of erased rows are in no file of theirs any more. {@code VACUUM} alone frees the
 * place and leaves the bytes; {@code VACUUM FULL} copies what is there into a new file and removes the old one, and locks the
 * table while it does. So it is done table by table, small ones first, and given up where it would take too long.
 */
final class TableFiles {
    private static final String ALL = "*";

    /** Any number that nobody else uses: one node does it at a time. */
    private static final long LOCK = 7_262_118_300_501L;

    private static final String QUERY_CANCELLED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Limits limits;
    private final LongSupplier nanos;

    /** @param nanos a clock for durations, such as {@link System#nanoTime} */
    TableFiles(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /**
     * @param patience for a table that somebody uses
     * @param table how long one may be locked
     * @param all how long it may take together
     */
    record Limits(Duration patience, Duration table, Duration all) {}

    /** @param left those that it would have taken too long with: their files keep the bytes until next time */
    record Done(List<String> written, List<String> left) {}

    /** Something was erased. */
    static void isDue(Connection connection) throws SQLException {
        run(connection, "insert into erasure_due (name) values ('" + ALL + "') on conflict do nothing");
    }

    /** Writes the tables anew of which something was erased since; none when another node is at it. */
    Done write(Connection connection) throws SQLException {
        if (!ask(connection, "select pg_try_advisory_lock(" + LOCK + ")::text").equals(List.of("true"))) {
            return new Done(List.of(), List.of());
        }
        try {
            return writeDue(connection);
        } finally {
            run(connection, "reset lock_timeout");
            run(connection, "reset statement_timeout");
            run(connection, "select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    private Done writeDue(Connection connection) throws SQLException {
        run(connection, """
                with gone as (delete from erasure_due where name = '*' returning name)
                insert into erasure_due (name)
                select t.relname from pg_class t, gone
                where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
                    and t.relname not in ('flyway_schema_history', 'erasure_due')
                on conflict do nothing""");
        List<String> due = ask(connection, """
                select d.name from erasure_due d join pg_class t on t.relname = d.name
                where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
                order by pg_total_relation_size(t.oid), d.name""");
        var written = new ArrayList<String>();
        var left = new ArrayList<String>();
        long end = nanos.getAsLong() + limits.all().toNanos();
        for (String table : due) {
            Duration rest = Duration.ofNanos(end - nanos.getAsLong());
            boolean done = rest.isPositive()
                    && write(connection, table, rest.compareTo(limits.table()) < 0 ? rest : limits.table());
            (done ? written : left).add(table);
        }
        return new Done(written, left);
    }

    /** False when it took too long, or somebody held the table. */
    private boolean write(Connection connection, String table, Duration most) throws SQLException {
        try {
            run(connection, "set lock_timeout = " + limits.patience().toMillis());
            run(connection, "set statement_timeout = " + Math.max(1, most.toMillis()));
            // The planner's statistics hold common values: they are made anew from what is left.
            run(connection, "vacuum (full, analyze) \"" + table + "\"");
        } catch (SQLException e) {
            if (QUERY_CANCELLED.equals(e.getSQLState()) || LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
        run(connection, "delete from erasure_due where name = '" + table + "'");
        return true;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
