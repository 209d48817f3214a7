package io.attune.turn.store;

import io.attune.database.Database;
import io.attune.database.InCommit;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;

/** Times at which to look at a conversation whose customer has not answered; one at most for each. */
@Singleton
public class WakeUps {
    private final Database database;

    public WakeUps(Database database) {
        this.database = database;
    }

    /** A time that has come. */
    public record Due(String conv, Instant at) {}

    /** In the place of the time before, if there was one. */
    public InCommit at(String conv, Instant due) {
        return connection -> {
            try (PreparedStatement update = connection.prepareStatement("update silence set due = ? where conv = ?")) {
                update.setLong(1, due.toEpochMilli());
                update.setString(2, conv);
                if (update.executeUpdate() == 1) {
                    return;
                }
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into silence (conv, due) values (?, ?)")) {
                insert.setString(1, conv);
                insert.setLong(2, due.toEpochMilli());
                insert.executeUpdate();
            }
        };
    }

    /** Nothing is waited for. */
    public InCommit none(String conv) {
        return connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from silence where conv = ?")) {
                delete.setString(1, conv);
                delete.executeUpdate();
            }
        };
    }

    /** Those whose time has come, earliest first. */
    public List<Due> due(Instant now, int limit) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select conv, due from silence where due <= ? order by due limit ?")
                        .bind(0, now.toEpochMilli())
                        .bind(1, limit)
                        .map((row, context) -> new Due(row.getString("conv"), Instant.ofEpochMilli(row.getLong("due"))))
                        .list());
    }

    /** Puts it off, unless somebody did before: of several nodes one gets it, and it comes again should that one die. */
    public boolean take(Due due, Instant until) {
        return database.jdbi()
                        .withHandle(h -> h.execute(
                                "update silence set due = ? where conv = ? and due = ?",
                                until.toEpochMilli(),
                                due.conv(),
                                due.at().toEpochMilli()))
                == 1;
    }

    /** Forgets it, unless it has been set anew since it was taken. */
    public void forget(String conv, Instant taken) {
        database.jdbi()
                .useHandle(
                        h -> h.execute("delete from silence where conv = ? and due = ?", conv, taken.toEpochMilli()));
    }

    /** Puts it off to a later time, unless it has been set anew since it was taken. */
    public void putOff(String conv, Instant taken, Instant due) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update silence set due = ? where conv = ? and due = ?",
                        due.toEpochMilli(),
                        conv,
                        taken.toEpochMilli()));
    }
}
