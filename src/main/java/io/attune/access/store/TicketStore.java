package io.attune.access.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets that were given out and not used yet, each by its hash. */
@Singleton
public class TicketStore {
    private final Database database;

    TicketStore(Database database) {
        this.database = database;
    }

    /** @param expiresAt milliseconds since 1970 */
    public record Ticket(
            String kind,
            @Nullable String site,
            String subject,
            @Nullable String anonymous,
            @Nullable String role,
            long expiresAt) {}

    public void add(String hash, Ticket ticket) {
        database.jdbi()
                .useHandle(h -> h.createUpdate("""
                        insert into ticket (secret, kind, site, subject, anonymous, role, expires_at)
                        values (:hash, :kind, :site, :subject, :anonymous, :role, :expiresAt)""")
                        .bind("hash", hash)
                        .bind("kind", ticket.kind())
                        .bind("site", ticket.site())
                        .bind("subject", ticket.subject())
                        .bind("anonymous", ticket.anonymous())
                        .bind("role", ticket.role())
                        .bind("expiresAt", ticket.expiresAt())
                        .execute());
    }

    /** Takes a ticket away; of any number that try, on any node, the one whose delete found the row gets it. */
    public Optional<Ticket> take(String hash) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select kind, site, subject, anonymous, role, expires_at from ticket where secret = :hash")
                        .bind("hash", hash)
                        .map((row, context) -> new Ticket(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6)))
                        .findOne()
                        .filter(found -> h.execute("delete from ticket where secret = ?", hash) == 1));
    }

    public void dropExpired(long now) {
        database.jdbi().useHandle(h -> h.execute("delete from ticket where expires_at < ?", now));
    }
}
