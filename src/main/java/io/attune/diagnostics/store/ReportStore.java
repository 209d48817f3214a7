package io.attune.diagnostics.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.database.Database;
import io.attune.diagnostics.Reported.Outage;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of reported outages and line faults. */
@Singleton
public class ReportStore {
    private static final String AREA = "area";
    private static final String CUSTOMER = "customer";
    private static final String OF = """
            select o.id, o.told_at, o.eta, null from outage_place p join outage o on o.id = p.outage
            where p.kind = 'customer' and p.place = ? and o.ended_at is null
            union all
            select o.id, o.told_at, o.eta, null from outage_place p join outage o on o.id = p.outage
            where p.kind = 'area' and p.place = ? and o.ended_at is null
            union all
            select id, told_at, null, readings from line_fault where customer = ? and ended_at is null
            order by 2""";

    private final Database database;

    ReportStore(Database database) {
        this.database = database;
    }

    /**
     * @param at of the latest word on it
     * @param readings JSON, of a line fault; null for an outage
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            String id,
            Instant at,
            @Nullable Instant eta,
            @Nullable String readings) {}

    /** What stands, oldest first. */
    public List<Report> of(String customer, @Nullable String area) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(OF)) {
            select.setString(1, customer);
            select.setString(2, area == null ? "" : area);
            select.setString(3, customer);
            var found = new ArrayList<Report>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long eta = row.getLong(3);
                    found.add(new Report(
                            row.getString(1),
                            Instant.ofEpochMilli(row.getLong(2)),
                            row.wasNull() ? null : Instant.ofEpochMilli(eta),
                            row.getString(4)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what was reported", e);
        }
    }

    public void outage(Connection connection, Outage outage, Instant at) throws SQLException {
        if (!newer(connection, "select told_at from outage where id = ?", at, outage.id())) {
            return;
        }
        run(connection, "delete from outage_place where outage = ?", outage.id());
        run(connection, "delete from outage where id = ?", outage.id());
        insert(connection, outage.id(), outage.eta(), at, null);
        for (String area : outage.areas()) {
            run(connection, "insert into outage_place (outage, kind, place) values (?, ?, ?)", outage.id(), AREA, area);
        }
        for (String customer : outage.customers()) {
            run(
                    connection,
                    "insert into outage_place (outage, kind, place) values (?, ?, ?)",
                    outage.id(),
                    CUSTOMER,
                    customer);
        }
    }

    /** Kept although it is over: an older word that comes late must not raise it again. */
    public void outageOver(Connection connection, String id, Instant at) throws SQLException {
        if (newer(connection, "select told_at from outage where id = ?", at, id)) {
            run(connection, "delete from outage_place where outage = ?", id);
            run(connection, "delete from outage where id = ?", id);
            insert(connection, id, null, at, at);
        }
    }

    private static void insert(
            Connection connection, String id, @Nullable Instant eta, Instant at, @Nullable Instant ended)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outage (id, eta, told_at, ended_at) values (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setObject(2, eta == null ? null : eta.toEpochMilli(), java.sql.Types.BIGINT);
            insert.setLong(3, at.toEpochMilli());
            insert.setObject(4, ended == null ? null : ended.toEpochMilli(), java.sql.Types.BIGINT);
            insert.executeUpdate();
        }
    }

    public void fault(Connection connection, String customer, String id, String readings, Instant at)
            throws SQLException {
        faultRow(connection, customer, id, readings, at, null);
    }

    public void faultOver(Connection connection, String customer, String id, Instant at) throws SQLException {
        faultRow(connection, customer, id, "{}", at, at);
    }

    private static void faultRow(
            Connection connection, String customer, String id, String readings, Instant at, @Nullable Instant ended)
            throws SQLException {
        if (!newer(connection, "select told_at from line_fault where customer = ? and id = ?", at, customer, id)) {
            return;
        }
        run(connection, "delete from line_fault where customer = ? and id = ?", customer, id);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into line_fault (customer, id, readings, told_at, ended_at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, customer);
            insert.setString(2, id);
            insert.setString(3, readings);
            insert.setLong(4, at.toEpochMilli());
            insert.setObject(5, ended == null ? null : ended.toEpochMilli(), java.sql.Types.BIGINT);
            insert.executeUpdate();
        }
    }

    private static boolean newer(Connection connection, String sql, Instant at, String... keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql + " for update")) {
            for (int i = 0; i < keys.length; i++) {
                select.setString(i + 1, keys[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return !row.next() || row.getLong(1) <= at.toEpochMilli();
            }
        }
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    public void forget(String customer) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from outage_place where kind = 'customer' and place = ?", customer);
            h.execute("delete from line_fault where customer = ?", customer);
        });
    }
}
