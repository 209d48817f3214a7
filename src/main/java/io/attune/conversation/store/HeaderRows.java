package io.attune.conversation.store;

import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds conversations by what stands in their headers. */
final class HeaderRows {
    private final Database database;

    HeaderRows(Database database) {
        this.database = database;
    }

    Optional<Header> find(String conv) {
        return headers("where id = ?", s -> s.setString(1, conv)).stream().findFirst();
    }

    Optional<Header> openOf(String customer) {
        return headers(
                        "where customer = ? and owner <> 'closed' order by created_at desc limit 1",
                        s -> s.setString(1, customer))
                .stream()
                .findFirst();
    }

    List<Header> of(String customer, int limit) {
        return headers("where customer = ? order by created_at desc limit ?", s -> {
            s.setString(1, customer);
            s.setInt(2, limit);
        });
    }

    List<Header> ownedBy(Owner owner, @Nullable String agent, int limit) {
        String order = owner == Owner.QUEUE ? "priority desc, queued_at, id" : "changed_at desc, id";
        return headers(
                "where owner = ?" + (agent == null ? "" : " and agent = ?") + " order by " + order + " limit ?", s -> {
                    int next = 1;
                    s.setString(next++, owner.code());
                    if (agent != null) {
                        s.setString(next++, agent);
                    }
                    s.setInt(next, limit);
                });
    }

    Map<String, Integer> served() {
        return query(connection -> {
            var served = new HashMap<String, Integer>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select agent, count(*) from conversation where owner = 'agent' and agent is not null"
                                    + " group by agent");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    served.put(rows.getString(1), rows.getInt(2));
                }
            }
            return served;
        });
    }

    List<Header> takeOverDied(Instant before, Instant now, int limit) {
        List<Header> died =
                headers("where pending_since is not null and pending_since < ? order by pending_since limit ?", s -> {
                    s.setLong(1, before.toEpochMilli());
                    s.setInt(2, limit);
                });
        var mine = new ArrayList<Header>();
        for (Header header : died) {
            if (takeOver(header, now)) {
                find(header.id()).filter(Header::isPending).ifPresent(mine::add);
            }
        }
        return mine;
    }

    /** Only one of several nodes that see the same dead turn gets past this. */
    private boolean takeOver(Header header, Instant now) {
        return query(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update conversation set pending_since = ?,"
                    + " attempts = attempts + 1 where id = ? and pending_since = ? and attempts = ?")) {
                LogRows.setInstant(update, 1, now);
                update.setString(2, header.id());
                LogRows.setInstant(update, 3, header.pendingSince());
                update.setInt(4, header.attempts());
                return update.executeUpdate() == 1;
            }
        });
    }

    private List<Header> headers(String where, Parameters parameters) {
        return query(connection -> {
            var headers = new ArrayList<Header>();
            try (PreparedStatement select =
                    connection.prepareStatement("select " + LogRows.HEADER + " from conversation " + where)) {
                parameters.set(select);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        headers.add(LogRows.header(rows));
                    }
                }
            }
            return headers;
        });
    }

    /** Runs on a connection of its own. A fault of the database is told as it is. */
    <T> T query(Query<T> query) {
        try (Connection connection = database.connection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read", e);
        }
    }

    @FunctionalInterface
    interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
